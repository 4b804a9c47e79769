import {
  createContext,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import type { AnyFailure } from '../../../contract/failures.ts';
import type { DraftView } from '../../../contract/views.ts';
import { reviewDraft, type DraftReview } from '../../../domain/application/completeness.ts';
import { call, theClient } from '../../client.ts';
import { useAccount, useToday } from '../../session/status.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { createDraftStore, type DraftApi, type DraftState, type DraftStore } from './draft-store.ts';
import { reviewContext } from './review-context.ts';

const api: DraftApi = {
  open: (draftId) => call('draft.open', { draftId }),
  save: (draftId, revision, change) => call('draft.save', { draftId, revision, change }),
};

export interface DraftHandle
  extends
    Pick<DraftStore, 'edit' | 'flush' | 'refresh' | 'replace' | 'revision' | 'dismissReloaded'>,
    Pick<DraftState, 'save' | 'reloaded'> {
  draft: DraftView;
  review: DraftReview;
}

const Draft = createContext<DraftHandle | null>(null);

/** The open draft: `edit` replaces one section and saves it by itself; `review` says what is missing. */
export function useDraft(): DraftHandle {
  const handle = useContext(Draft);
  if (!handle) throw new Error('used outside an open draft');
  return handle;
}

/** Opens a draft and keeps it saved until it is left. Give it `key={draftId}`. */
export function DraftProvider({ draftId, children }: { draftId: string; children: ReactNode }) {
  const [store, setStore] = useState<DraftStore | null>(null);
  const [failure, setFailure] = useState<AnyFailure | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let made: DraftStore | null = null;
    let left = false;
    void api.open(draftId).then((result) => {
      if (left) return;
      if (!result.ok) return setFailure(result.failure);
      made = createDraftStore(result.output.draft, api);
      setFailure(null);
      setStore(made);
    });
    return () => {
      left = true;
      made?.dispose();
    };
  }, [draftId, attempt]);
  if (failure) return <ErrorNotice failure={failure} onRetry={() => setAttempt((n) => n + 1)} />;
  if (!store) return <Waiting words="正在打开申请…" />;
  return <OpenDraft store={store}>{children}</OpenDraft>;
}

function OpenDraft({ store, children }: { store: DraftStore; children: ReactNode }) {
  const state = useSyncExternalStore(store.subscribe, store.getState);
  const today = useToday();
  const townName = useAccount().areaName;
  useFlushOnLeaving(store);
  const handle = useMemo<DraftHandle>(() => {
    const { view, save, reloaded } = state;
    const { edit, flush, refresh, replace, revision, dismissReloaded } = store;
    const review = reviewDraft(view.sections, view.evidence, reviewContext(view, townName, today));
    return { draft: view, review, save, reloaded, edit, flush, refresh, replace, revision, dismissReloaded };
  }, [state, store, townName, today]);
  return (
    // Leaving a field saves at once, so at most the field under the cursor can be lost.
    <div onBlur={() => void store.flush()} style={{ display: 'contents' }}>
      <Draft value={handle}>{children}</Draft>
    </div>
  );
}

function useFlushOnLeaving(store: DraftStore): void {
  useEffect(() => {
    const save = (): void => void store.flush();
    window.addEventListener('pagehide', save);
    document.addEventListener('visibilitychange', save);
    const stop = theClient().onConnection((up) => up && save());
    return () => {
      window.removeEventListener('pagehide', save);
      document.removeEventListener('visibilitychange', save);
      stop();
    };
  }, [store]);
}
