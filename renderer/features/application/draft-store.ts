import type { SectionValue } from '../../../contract/commands/draft.ts';
import type { AnyFailure } from '../../../contract/failures.ts';
import type { DraftView } from '../../../contract/views.ts';
import type { CallResult } from '../../client.ts';
import { failureText } from '../../failure-text.ts';
import type { SaveState } from '../../ui/SaveMark.tsx';

export interface DraftApi {
  open(draftId: string): Promise<CallResult<'draft.open'>>;
  save(draftId: string, revision: number, change: SectionValue): Promise<CallResult<'draft.save'>>;
}

export interface DraftState {
  /** What the page shows: the server's draft with what is typed and not saved yet laid over it. */
  view: DraftView;
  save: SaveState;
  /** Another window changed the draft: whether the page was reloaded, and what was typed here that gave way to it. */
  reloaded: { yours: SectionValue[] } | null;
}

export interface DraftStore {
  getState(): DraftState;
  subscribe(listener: () => void): () => void;
  /** Replaces one section; it is saved by itself shortly after. After waiting for something, give a function of the draft. */
  edit(change: SectionValue | ((view: DraftView) => SectionValue)): void;
  /** Saves what is waiting now; resolves when nothing is waiting or saving failed. */
  flush(): Promise<void>;
  /** Asks for the draft again (pages, signatures, certification changed), keeping what is typed. */
  refresh(): Promise<void>;
  /** Takes the draft as a command of this page answered it, keeping what is typed. */
  replace(draft: DraftView): void;
  /** The revision last heard of. */
  revision(): number;
  dismissReloaded(): void;
  /** Saves the rest and stops every timer. */
  dispose(): void;
}

interface Settings {
  delayMs?: number;
  retryMs?: number;
}

type Section = SectionValue['section'];
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const put = (view: DraftView, { section, value }: SectionValue): DraftView => ({
  ...view,
  sections: { ...view.sections, [section]: value },
});

/** A draft that saves itself: 400 ms after the last key at most, in order, one section at a time. */
export function createDraftStore(
  opened: DraftView,
  api: DraftApi,
  { delayMs = 400, retryMs = 3000 }: Settings = {},
): DraftStore {
  const watchers = new Set<() => void>();
  const waiting = new Map<Section, SectionValue>();
  let server = opened;
  let sending: SectionValue | null = null;
  let running: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let over = false;
  let state: DraftState = { view: opened, save: { kind: 'saved', at: null }, reloaded: null };

  const set = (next: Partial<DraftState>): void => {
    state = { ...state, ...next };
    for (const watch of [...watchers]) watch();
  };
  /** A timer that runs is left alone: who types without a pause is saved every `delayMs` all the same. */
  const later = (ms: number): void => {
    if (!over) timer ??= setTimeout(() => void flush(), ms);
  };
  const overlaid = (): DraftView => {
    const typed = [...(sending ? [sending] : []), ...waiting.values()];
    return typed.reduce(put, server);
  };

  /** Takes the server's newer draft; a section changed on both sides keeps the server's and offers the one typed here. */
  const takeIn = (fresh: DraftView): void => {
    const changed = (section: Section): boolean => !same(fresh.sections[section], server.sections[section]);
    const yours = [...waiting.values()].filter(
      ({ section, value }) => changed(section) && !same(value, fresh.sections[section]),
    );
    for (const { section } of yours) waiting.delete(section);
    const elsewhere = (Object.keys(fresh.sections) as Section[]).some(changed);
    server = fresh;
    set({ view: overlaid(), ...(elsewhere ? { reloaded: { yours } } : {}) });
  };
  const failed = (failure: AnyFailure): void => {
    set({ save: { kind: 'failed', words: failureText(failure).title } });
    if (failure.code === 'internal' || failure.code === 'storage.full') later(retryMs);
  };

  async function saveOne(change: SectionValue): Promise<boolean> {
    sending = change;
    const result = await api.save(server.id, server.revision, change);
    sending = null;
    if (result.ok) {
      const { revision, updatedAt } = result.output;
      server = { ...put(server, change), revision, updatedAt };
      set({ view: overlaid(), save: { kind: 'saved', at: updatedAt } });
      return true;
    }
    if (!waiting.has(change.section)) waiting.set(change.section, change);
    if (result.failure.code !== 'draft.stale') {
      failed(result.failure);
      return false;
    }
    const fresh = await api.open(server.id);
    if (fresh.ok) takeIn(fresh.output.draft);
    else failed(fresh.failure);
    return fresh.ok;
  }
  async function drain(): Promise<void> {
    for (let next = first(waiting); next; next = first(waiting)) {
      set({ save: { kind: 'saving' } });
      waiting.delete(next.section);
      if (!(await saveOne(next))) return;
    }
    if (state.save.kind === 'saving') set({ save: { kind: 'saved', at: server.updatedAt } });
  }
  function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    running ??= drain().finally(() => {
      running = null;
    });
    return running;
  }

  return {
    getState: () => state,
    subscribe(listener) {
      watchers.add(listener);
      return () => watchers.delete(listener);
    },
    edit(given) {
      const change = typeof given === 'function' ? given(state.view) : given;
      waiting.set(change.section, change);
      set({ view: put(state.view, change), save: { kind: 'saving' } });
      later(delayMs);
    },
    flush,
    async refresh() {
      await flush();
      const fresh = await api.open(server.id);
      if (fresh.ok) takeIn(fresh.output.draft);
      else failed(fresh.failure);
    },
    replace(draft) {
      server = draft;
      set({ view: overlaid() });
    },
    revision: () => server.revision,
    dismissReloaded: () => set({ reloaded: null }),
    dispose() {
      void flush();
      over = true;
    },
  };
}

const first = (waiting: ReadonlyMap<Section, SectionValue>): SectionValue | undefined =>
  waiting.values().next().value;
