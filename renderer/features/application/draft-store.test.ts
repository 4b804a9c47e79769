import { describe, expect, it, vi } from 'vitest';
import type { SectionValue } from '../../../contract/commands/draft.ts';
import { failure } from '../../../contract/failures.ts';
import type { DraftView } from '../../../contract/views.ts';
import { DraftSections } from '../../../domain/application/forms.ts';
import { demoAmounts } from '../../../domain/rules/shipped.ts';
import { createDraftStore, type DraftApi } from './draft-store.ts';

const draft = (): DraftView => ({
  id: '01890000-0000-7000-8000-000000000001',
  kind: 'dibao',
  ruleSetId: 'cq-jlp-2023',
  townCode: '500107001',
  revision: 0,
  createdAt: '2026-03-10T01:00:00.000Z',
  updatedAt: '2026-03-10T01:00:00.000Z',
  sections: DraftSections.parse({}),
  evidence: { pages: [], signatures: [], consent: null, certification: null, faceAttempts: [] },
  amounts: demoAmounts,
  verifiable: [],
  changes: null,
});
const village = (value: string): SectionValue => ({ section: 'villageCode', value });
const alone = (value: boolean): SectionValue => ({ section: 'livesAlone', value });

/** A core that keeps one draft and answers as the contract says. */
function fakeCore() {
  let stored = draft();
  let broken: 'internal' | null = null;
  const saves: SectionValue[] = [];
  const put = (change: SectionValue): void => {
    stored = {
      ...stored,
      revision: stored.revision + 1,
      sections: { ...stored.sections, [change.section]: change.value },
    };
  };
  const api: DraftApi = {
    open: () => Promise.resolve({ ok: true, output: { draft: stored } }),
    save(_, revision, change) {
      if (broken)
        return Promise.resolve({ ok: false, failure: failure('internal', { errorId: 'connection.lost' }) });
      if (revision !== stored.revision)
        return Promise.resolve({ ok: false, failure: failure('draft.stale', { revision: stored.revision }) });
      saves.push(change);
      put(change);
      return Promise.resolve({
        ok: true,
        output: { revision: stored.revision, updatedAt: '2026-03-10T02:32:00.000Z' },
      });
    },
  };
  return {
    api,
    saves,
    stored: () => stored,
    elsewhere: put,
    breakDown: (how: typeof broken) => (broken = how),
  };
}

describe('a draft that saves itself', () => {
  it('shows what is typed at once and saves the last value once, within the delay', async () => {
    vi.useFakeTimers();
    const core = fakeCore();
    const store = createDraftStore(draft(), core.api);
    store.edit(village('5001'));
    store.edit(village('500107001001'));
    expect(store.getState().view.sections.villageCode).toBe('500107001001');
    await vi.advanceTimersByTimeAsync(400);
    expect(core.saves).toEqual([village('500107001001')]);
    expect(store.getState().save).toEqual({ kind: 'saved', at: '2026-03-10T02:32:00.000Z' });
    vi.useRealTimers();
  });

  it('saves several sections one after the other with rising revisions', async () => {
    const core = fakeCore();
    const store = createDraftStore(draft(), core.api);
    store.edit(village('500107001001'));
    store.edit(alone(true));
    await store.flush();
    expect(core.stored().revision).toBe(2);
    expect(core.stored().sections.livesAlone).toBe(true);
  });

  it('keeps what is typed through a lost connection and saves it by itself afterwards', async () => {
    vi.useFakeTimers();
    const core = fakeCore();
    core.breakDown('internal');
    const store = createDraftStore(draft(), core.api);
    store.edit(alone(true));
    await store.flush();
    expect(store.getState().save).toMatchObject({ kind: 'failed', words: '连接断开，正在重连。' });
    expect(store.getState().view.sections.livesAlone).toBe(true);
    core.breakDown(null);
    await vi.advanceTimersByTimeAsync(3000);
    expect(core.stored().sections.livesAlone).toBe(true);
    vi.useRealTimers();
  });

  it('saves over a change of another section elsewhere and says that it reloaded', async () => {
    const core = fakeCore();
    const store = createDraftStore(draft(), core.api);
    core.elsewhere(village('500107001002'));
    store.edit(alone(true));
    await store.flush();
    expect(core.stored().sections).toMatchObject({ villageCode: '500107001002', livesAlone: true });
    expect(store.getState().view.sections.villageCode).toBe('500107001002');
    expect(store.getState().reloaded).toEqual({ yours: [] });
  });

  it('never overwrites a change of the same section elsewhere: offers what was typed here', async () => {
    const core = fakeCore();
    const store = createDraftStore(draft(), core.api);
    core.elsewhere(village('500107001002'));
    store.edit(village('500107001001'));
    await store.flush();
    expect(core.stored().sections.villageCode).toBe('500107001002');
    expect(store.getState().view.sections.villageCode).toBe('500107001002');
    expect(store.getState().reloaded).toEqual({ yours: [village('500107001001')] });
  });

  it('keeps typing that arrives while a save is under way', async () => {
    const core = fakeCore();
    const store = createDraftStore(draft(), core.api);
    store.edit(village('500107001001'));
    const saving = store.flush();
    store.edit(village('500107001002'));
    await saving;
    expect(core.stored().sections.villageCode).toBe('500107001002');
    expect(store.getState().view.sections.villageCode).toBe('500107001002');
  });

  it('takes new evidence on refresh without losing what is typed', async () => {
    const core = fakeCore();
    const store = createDraftStore(draft(), core.api);
    store.edit(alone(true));
    await store.refresh();
    expect(store.getState().view.revision).toBe(1);
    expect(store.getState().view.sections.livesAlone).toBe(true);
    expect(store.getState().reloaded).toBeNull();
  });
});
