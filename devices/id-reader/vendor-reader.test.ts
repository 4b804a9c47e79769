import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { idFacts } from '../../domain/values/id-number.ts';
import { loadDemoCards, type DemoCard } from './demo-cards.ts';
import { startIdReaderSimulator, type IdReaderSimulator } from './simulator.ts';
import { createVendorReader } from './vendor-reader.ts';

const demoFile = fileURLToPath(new URL('cards-demo.json', import.meta.url));
const photo = fileURLToPath(new URL('../image/gradient.png', import.meta.url));
let cards: DemoCard[];
const closers: (() => Promise<void>)[] = [];
beforeAll(async () => void (cards = await loadDemoCards(demoFile)));
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function simulator(inserted?: DemoCard): Promise<IdReaderSimulator> {
  const started = await startIdReaderSimulator({ cards, inserted: inserted ?? null });
  closers.push(() => started.close());
  return started;
}

/** A server that answers each path with the given bytes or never (null). */
async function service(answers: Record<string, string | Buffer | null>, status = 200) {
  const calls: string[] = [];
  const server: Server = createServer((request, response) => {
    calls.push(request.url ?? '');
    const answer = answers[request.url ?? ''] ?? (request.url === '/readcard' ? null : '{"resultFlag":0}');
    if (answer !== null) response.writeHead(status).end(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, calls };
}
const quick = (baseUrl: string) => createVendorReader({ baseUrl, callTimeoutMs: 300, waitForCardMs: 0 });
const failed = (code: string) => ({ ok: false, failure: { code } });

describe('with the simulator', () => {
  it('reads every demo card as it is, number and sex agreeing', async () => {
    const { url, insert } = await simulator();
    for (const card of cards) {
      insert(card);
      const read = await quick(url).read();
      const facts = idFacts(card.idNumber, '2026-11-24');
      expect(read).toEqual({
        ok: true,
        value: {
          name: card.name,
          idNumber: card.idNumber,
          sex: facts.ok && facts.value.sex,
          birth: facts.ok && facts.value.birth,
          ethnicity: card.ethnicity,
          address: card.address,
          validUntil: card.validUntil,
          photo: null,
        },
      });
    }
  });

  it('has cards of every kind a window meets', () => {
    const ages = cards
      .map((card) => idFacts(card.idNumber, '2026-11-24'))
      .map((f) => (f.ok ? f.value.age : -1));
    expect(Math.max(...ages)).toBeGreaterThanOrEqual(80);
    expect(Math.min(...ages)).toBeLessThan(14);
    for (const sign of [/䶮/, /𬭸/, /·/]) expect(cards.some((card) => sign.test(card.name))).toBe(true);
    for (const prefix of ['82', '5102'])
      expect(cards.some((card) => card.idNumber.startsWith(prefix))).toBe(true);
    expect(cards.every((card) => /[示例样演范]/.test(card.name))).toBe(true);
  });

  it('brings the photo of the chip', async () => {
    const { url } = await simulator({ ...cards[0]!, photo });
    const read = await quick(url).read();
    expect(read.ok && Buffer.from(read.value.photo ?? []).toString('latin1', 1, 4)).toBe('PNG');
  });

  it('says noCard without a card, and waits for one that comes', async () => {
    const { url, insert } = await simulator();
    expect(await quick(url).read()).toEqual(failed('idReader.noCard'));
    const waiting = createVendorReader({ baseUrl: url, waitForCardMs: 20_000 }).read();
    insert(cards[1]!);
    expect(await waiting).toMatchObject({ ok: true, value: { name: '李演示' } });
  });

  it('is chosen over HTTP: by place, by card, none; nonsense is refused', async () => {
    const { url } = await simulator();
    const choose = async (body: string) =>
      (await fetch(`${url}/simulator/card`, { method: 'POST', body })).status;
    const name = async () =>
      quick(url)
        .read()
        .then((r) => (r.ok ? r.value.name : r.failure.code));
    expect([await choose('{"index":2}'), await name()]).toEqual([200, '王䶮示']);
    expect([await choose(JSON.stringify({ card: cards[3] })), await name()]).toEqual([200, '示例·买买提']);
    expect([await choose('null'), await name()]).toEqual([200, 'idReader.noCard']);
    expect([await choose('{"index":99}'), await choose('{"index":-1}'), await choose('{')]).toEqual([
      404, 400, 400,
    ]);
  });

  it('keeps a look whether it is there from closing it under a reading', async () => {
    const { url, insert } = await simulator();
    insert(cards[0]!);
    const reader = quick(url);
    const answers = await Promise.all([reader.read(), reader.present(), reader.read(), reader.present()]);
    expect(answers.map((answer) => (typeof answer === 'boolean' ? answer : answer.ok))).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });
});

describe('a service that misbehaves', () => {
  it('is absent when nothing listens, when the device does not open, when it never answers', async () => {
    const gone = await startIdReaderSimulator();
    await gone.close();
    expect(await quick(gone.url).read()).toEqual(failed('idReader.absent'));
    expect(await quick(gone.url).present()).toBe(false);
    const closed = await service({ '/OpenDevice': '{"resultFlag":"-1","errorMsg":"端口打开失败"}' });
    expect(await quick(closed.url).read()).toEqual(failed('idReader.absent'));
    const silent = await service({ '/readcard': null });
    expect(await quick(silent.url).read()).toEqual(failed('idReader.absent'));
    expect(silent.calls).toEqual(['/OpenDevice', '/readcard', '/CloseDevice']);
  });

  const card = {
    partyName: '张示例',
    certNumber: '500107197903129818',
    gender: '1',
    bornDay: '19790312',
    expDate: '长期',
  };
  const answer = (change: Record<string, unknown>) =>
    JSON.stringify({ resultFlag: '0', resultContent: { ...card, ...change } });

  it.each([
    ['not JSON', 'ok'],
    ['empty', ''],
    ['an array', '[]'],
    ['success without a card', '{"resultFlag":0}'],
    ['a flag that is no number', '{"resultFlag":"yes"}'],
    ['a wrong check digit', answer({ certNumber: '500107197903129819' })],
    ['a birth day that does not exist', answer({ bornDay: '19790231' })],
    ['a name that is none', answer({ partyName: '12345' })],
    ['a name that is an object', answer({ partyName: {} })],
    ['a validity in words', answer({ expDate: '明年' })],
    ['an answer without end', `"${'x'.repeat(9_000_000)}"`],
  ])('%s is badAnswer', async (_, body) => {
    const { url } = await service({ '/readcard': body });
    // Nine million characters take their time on a busy machine: the usual patience, not the short one.
    expect(await createVendorReader({ baseUrl: url }).read()).toEqual(failed('idReader.badAnswer'));
  });

  it('answering 500 is badAnswer', async () => {
    const { url } = await service({}, 500);
    expect(await quick(url).read()).toEqual(failed('idReader.badAnswer'));
  });

  it('may write GBK, number codes for sex, old codes for rare characters, or a picture we cannot use', async () => {
    const bytes = Buffer.concat([
      Buffer.from('{"resultFlag" : 0,"resultContent":{"certNumber":"500107197903129818","partyName":"'),
      Buffer.from([0xd5, 0xc5, 0xfe, 0x9f]),
      Buffer.from('","gender":1,"identityPic":"Qk1BQUFB"}}'),
    ]);
    const { url } = await service({ '/readcard': bytes });
    expect(await quick(url).read()).toMatchObject({
      ok: true,
      value: { name: '张䶮', sex: 'male', photo: null },
    });
    const read = async (change: Record<string, unknown>) =>
      quick((await service({ '/readcard': answer(change) })).url).read();
    expect(await read({ partyName: '张\ue863' })).toMatchObject({ value: { name: '张䶮' } });
    expect(await read({ partyName: '张\ue000' })).toMatchObject({ value: { name: '' } });
    expect(await read({ gender: '女' })).toMatchObject({ value: { sex: 'female' } });
    expect(await read({ gender: '0' })).toMatchObject({ value: { sex: null } });
  });

  it.each([
    'http://10.0.0.9:19196',
    'https://127.0.0.1:1',
    'http://127.0.0.1.example:80',
    'http://localhost:1/x',
  ])('is not looked for at %s', (baseUrl) => {
    expect(() => createVendorReader({ baseUrl })).toThrow(TypeError);
  });
});
