import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { InputOf } from '../../contract/commands.ts';
import { StorageFull } from '../../core/ports/store.ts';
import { removeUnreferred } from '../../core/documents/file-references.ts';
import { CoreFixture } from '../testing/core-fixture.ts';
import {
  consentText,
  demoSections,
  faceModel,
  fillDraft,
  strokes,
  templates,
} from '../testing/demo-household.ts';
import { tinyPng } from '../testing/tiny-png.ts';

let fixture: CoreFixture;
let draftId: string;
const must: CoreFixture['must'] = (...values) => fixture.must(...values);
const save = (revision: number, section: 'identity' | 'members', value: unknown) =>
  fixture.call('clerk', 'draft.save', {
    draftId,
    revision,
    change: { section, value } as InputOf<'draft.save'>['change'],
  });
const addPage = async (bytes: Uint8Array, slot = 'householdBook', replaces: string | null = null) => {
  const facts = { mime: 'image/png' as const, width: 1, height: 1, source: 'file' as const, warnings: [] };
  return (await must('clerk', 'page.add', { draftId, slot, memberId: null, replaces, ...facts }, bytes)).page;
};
const evidence = async () => (await must('clerk', 'draft.open', { draftId })).draft.evidence;
const { identity, members = [] } = demoSections();
const adult = identity!;
const child = members[0]!;

beforeEach(async () => {
  fixture = await CoreFixture.open();
  await fixture.login('clerk');
  draftId = (await must('clerk', 'draft.create', { kind: 'dibao' })).draft.id;
});
afterEach(() => fixture.close());

describe('drafts', () => {
  it('save by section under a revision, and refuse a second window on the same one', async () => {
    expect(await save(0, 'identity', adult)).toMatchObject({ ok: true, output: { revision: 1 } });
    expect(await save(0, 'members', [child])).toEqual({
      ok: false,
      failure: { code: 'draft.stale', data: { revision: 1 } },
    });
    const [a, b] = await Promise.all([save(1, 'members', [child]), save(1, 'members', [])]);
    expect([a?.ok, b?.ok].toSorted()).toEqual([false, true]);
    const { drafts } = await must('clerk', 'draft.list', {});
    expect(drafts).toMatchObject([
      { id: draftId, applicantName: '张示例', maskedId: expect.stringMatching(/^500107\*{8}\d{4}$/) },
    ]);
  });

  it('are nobody else’s', async () => {
    await fixture.login('other');
    expect((await must('other', 'draft.list', {})).drafts).toEqual([]);
    for (const name of ['draft.open', 'draft.discard', 'application.submit'] as const) {
      expect(await fixture.refused('other', name, { draftId })).toMatchObject({ code: 'draft.notYours' });
    }
    expect(await fixture.refused('clerk', 'draft.open', { draftId: adult.id })).toMatchObject({
      code: 'draft.notFound',
    });
  });

  it('ask again for a signature and a certification when the person changes', async () => {
    const full = await fillDraft((name, input, binary) => must('clerk', name, input, binary), '2026-03-10');
    draftId = full;
    const { draft } = await must('clerk', 'draft.open', { draftId });
    expect(draft.evidence.signatures).toHaveLength(2);
    const images = draft.evidence.signatures.map((s) => s.imageDigest);
    await save(draft.revision, 'members', [{ ...child, phone: '13900000000' }]);
    expect((await evidence()).signatures).toHaveLength(2);
    await save(draft.revision + 1, 'members', [{ ...child, name: '张另例' }]);
    expect((await evidence()).signatures.map((s) => s.memberId)).toEqual([adult.id]);
    await save(draft.revision + 2, 'identity', { ...adult, idNumber: '' });
    expect(await evidence()).toMatchObject({ signatures: [], certification: null });
    for (const digest of images) expect(await fixture.vault.opened().files.has(digest)).toBe(false);
  });
});

describe('pages', () => {
  it('come back byte for byte, in the order given to them', async () => {
    const [a, b, c] = [
      await addPage(tinyPng(1)),
      await addPage(tinyPng(2)),
      await addPage(tinyPng(3), 'diagnosis'),
    ];
    expect([a.order, b.order, c.order]).toEqual([0, 1, 0]);
    expect([a.width, a.height]).toEqual([16, 16]);
    await must('clerk', 'page.arrange', {
      draftId,
      slot: 'householdBook',
      memberId: null,
      pageIds: [c.id, b.id],
    });
    const placed = (await evidence()).pages
      .toSorted((x, y) => x.order - y.order)
      .map((page) => [page.id, page.slot]);
    expect(placed).toEqual([c.id, b.id, a.id].map((id) => [id, 'householdBook']));
    const turned = await addPage(tinyPng(4), 'householdBook', b.id);
    expect(turned.order).toBe(1);
    expect(await fixture.call('clerk', 'page.read', { draftId, pageId: turned.id })).toMatchObject({
      output: { mime: 'image/png' },
      binary: tinyPng(4),
    });
    expect(await fixture.refused('clerk', 'page.read', { draftId, pageId: b.id })).toMatchObject({
      code: 'page.notFound',
    });
    expect(await fixture.vault.opened().files.has(b.digest)).toBe(false);
  });

  it('keep a file as long as any page of any draft points at it', async () => {
    const { files } = fixture.vault.opened();
    const first = await addPage(tinyPng(9));
    const twin = await addPage(tinyPng(9));
    const mine = draftId;
    draftId = (await must('clerk', 'draft.create', { kind: 'dibao' })).draft.id;
    await addPage(tinyPng(9));
    const second = draftId;
    draftId = mine;
    await must('clerk', 'page.remove', { draftId, pageId: first.id });
    await must('clerk', 'page.remove', { draftId, pageId: twin.id });
    expect(await files.has(first.digest)).toBe(true);
    await must('clerk', 'draft.discard', { draftId: second });
    expect(await files.has(first.digest)).toBe(false);
  });

  it('survive another page with the same bytes being removed at the same moment', async () => {
    const { files } = fixture.vault.opened();
    for (let round = 0; round < 20; round += 1) {
      const old = await addPage(tinyPng(500 + round));
      const [, added] = await Promise.all([
        must('clerk', 'page.remove', { draftId, pageId: old.id }),
        addPage(tinyPng(500 + round)),
      ]);
      expect(await files.has(added.digest)).toBe(true);
    }
  });

  it('are not taken away late, once another page has come to point at them', async () => {
    const page = await addPage(tinyPng(11));
    const core = { ports: fixture.ports } as Parameters<typeof removeUnreferred>[0];
    await removeUnreferred(core, [page.digest]);
    expect(await fixture.vault.opened().files.has(page.digest)).toBe(true);
  });

  it.each([
    ['page.notAnImage', new TextEncoder().encode('<html>'), 'image/png'],
    ['page.typeMismatch', tinyPng(1), 'image/jpeg'],
    ['page.tooLarge', new Uint8Array(21_000_000), 'image/png'],
  ] as const)('are refused: %s', async (code, bytes, mime) => {
    const facts = { mime, width: 1, height: 1, source: 'file' as const, warnings: [], replaces: null };
    const where = { draftId, slot: 'idCard', memberId: null };
    expect(await fixture.refused('clerk', 'page.add', { ...where, ...facts }, bytes)).toMatchObject({ code });
    expect((await evidence()).pages).toEqual([]);
  });

  it('are not taken when the disk is nearly full, nor when it fills up meanwhile', async () => {
    const { files } = fixture.vault.opened();
    const real = files.freeBytes.bind(files);
    files.freeBytes = async () => 199_000_000;
    const facts = {
      mime: 'image/png' as const,
      width: 1,
      height: 1,
      source: 'file' as const,
      warnings: [],
      replaces: null,
    };
    const input = { draftId, slot: 'idCard', memberId: null, ...facts };
    const full = { code: 'storage.full', data: { freeBytes: 199_000_000 } };
    expect(await fixture.refused('clerk', 'page.add', input, tinyPng(1))).toEqual(full);
    files.freeBytes = real;
    const put = files.put.bind(files);
    files.put = () => Promise.reject(new StorageFull());
    expect(await fixture.refused('clerk', 'page.add', input, tinyPng(1))).toMatchObject({
      code: 'storage.full',
    });
    files.put = put;
    await must('clerk', 'page.add', input, tinyPng(1));
  });

  it('come from the scanner in one go, and from the still camera', async () => {
    const { pages } = await must('clerk', 'scanner.scan', {
      draftId,
      slot: 'householdBook',
      memberId: null,
      deviceId: 'test:0',
    });
    expect(pages.map((page) => [page.order, page.source])).toEqual([
      [0, 'scanner'],
      [1, 'scanner'],
    ]);
    const { page } = await must('clerk', 'still.capture', { draftId, slot: 'householdBook', memberId: null });
    expect(page).toMatchObject({ order: 2, source: 'still' });
  });
});

describe('signing', () => {
  const sign = (memberId: string, signerId: string, given = strokes) =>
    fixture.call(
      'clerk',
      'authorization.sign',
      {
        draftId,
        memberId,
        signerId,
        text: '示例：我同意核对本家庭的收入和财产状况。',
        textVersion: 'v1',
        strokes: given,
      },
      tinyPng(77),
    );
  beforeEach(async () => {
    await save(0, 'identity', adult);
    await save(1, 'members', [child]);
  });

  it('is done by oneself, and by a grown-up of the household for a child', async () => {
    expect(await sign(adult.id, adult.id)).toMatchObject({ ok: true });
    expect(await sign(child.id, child.id)).toMatchObject({ failure: { code: 'signature.guardianNeeded' } });
    expect(await sign(adult.id, child.id)).toMatchObject({ failure: { code: 'signature.notAMember' } });
    expect(await sign(adult.id, draftId)).toMatchObject({ failure: { code: 'signature.notAMember' } });
    expect(await sign(child.id, adult.id)).toMatchObject({ ok: true });
    expect((await evidence()).signatures.map((s) => [s.memberId, s.role])).toEqual([
      [adult.id, 'self'],
      [child.id, 'guardian'],
    ]);
  });

  it('takes no dot for a signature', async () => {
    const dot = [Array.from({ length: 9 }, (_, i) => ({ x: 0.5, y: 0.5, t: i, p: 1 }))];
    expect(await sign(adult.id, adult.id, dot)).toMatchObject({ failure: { code: 'signature.empty' } });
    expect(await sign(adult.id, adult.id, [[{ x: 0, y: 0, t: 0, p: 1 }]])).toMatchObject({
      failure: { code: 'signature.empty' },
    });
  });

  it('can be done again and cleared; the pictures go with it', async () => {
    await sign(adult.id, adult.id);
    const [signature] = (await evidence()).signatures;
    await must('clerk', 'authorization.clear', { draftId, memberId: adult.id });
    expect((await evidence()).signatures).toEqual([]);
    expect(await fixture.vault.opened().files.has(signature!.imageDigest)).toBe(false);
  });
});

describe('certification by face', () => {
  const verify = (same: boolean, model = faceModel, bytes = templates(same)) =>
    fixture.call(
      'clerk',
      'certification.verify',
      { draftId, personId: adult.id, model, frames: 3, rejectedFrames: {} },
      bytes,
    );
  const consent = (decision: 'granted' | 'declined') =>
    must('clerk', 'consent.record', { draftId, decision, text: consentText, textVersion: 'v1' });
  /** Removes what is kept of a person's face; says whether there was any. */
  const templatesOf = (consentId: string) => fixture.store.write((tx) => tx.deleteTemplates(consentId));
  beforeEach(() => save(0, 'identity', adult));

  it('needs consent, a trusted model, and templates', async () => {
    expect(await verify(true)).toMatchObject({ failure: { code: 'consent.needed' } });
    await consent('declined');
    expect(await verify(true)).toMatchObject({ failure: { code: 'consent.needed' } });
    await consent('granted');
    expect(await verify(true, { ...faceModel, digest: 'a'.repeat(64) })).toMatchObject({
      failure: { code: 'certification.unknownModel' },
    });
    expect(await verify(true, { ...faceModel, preprocessing: 'rgb' })).toMatchObject({
      failure: { code: 'certification.unknownModel' },
    });
    for (const bytes of [
      new Uint8Array(4096),
      templates(true).slice(4),
      new Uint8Array([...templates(true), 0]),
    ]) {
      expect(await verify(true, faceModel, bytes)).toMatchObject({
        failure: { code: 'certification.badTemplate' },
      });
    }
    expect((await evidence()).faceAttempts).toEqual([]);
  });

  it('decides by the station’s threshold and keeps the template under the consent', async () => {
    const { consent: given } = await consent('granted');
    expect(await verify(false)).toMatchObject({
      output: { attempt: { accepted: false, score: 0, threshold: 0.4 }, attemptsLeft: 1 },
    });
    expect(await verify(true)).toMatchObject({
      output: { attempt: { accepted: true, score: 1 }, attemptsLeft: 1 },
    });
    expect((await evidence()).certification).toMatchObject({
      method: 'face',
      accepted: true,
      consentId: given.id,
      attempts: [{}, {}],
    });
    expect(await templatesOf(given.id)).toBe(1);
  });

  it('hands over to a person after two failures', async () => {
    await consent('granted');
    await verify(false);
    expect(await verify(false)).toMatchObject({ output: { attemptsLeft: 0 } });
    expect(await verify(true)).toMatchObject({ failure: { code: 'certification.twoFailures' } });
    await must('clerk', 'certification.manual', {
      draftId,
      personId: adult.id,
      accepted: true,
      reason: 'twoFailures',
      note: '',
    });
    expect((await evidence()).certification).toMatchObject({
      method: 'manual',
      manualReason: 'twoFailures',
      attempts: [{}, {}],
    });
  });

  it('forgets templates and result when the consent is withdrawn or changed', async () => {
    const first = (await consent('granted')).consent;
    expect((await consent('granted')).consent).toEqual(first);
    await verify(true);
    await must('clerk', 'consent.withdraw', { draftId });
    expect(await templatesOf(first.id)).toBe(0);
    expect(await evidence()).toMatchObject({
      certification: null,
      consent: { id: first.id, decision: 'withdrawn' },
    });
    expect(await verify(true)).toMatchObject({ failure: { code: 'consent.needed' } });
    const second = (await consent('granted')).consent;
    await verify(true);
    await must('clerk', 'draft.discard', { draftId });
    expect(await templatesOf(second.id)).toBe(0);
  });
});
