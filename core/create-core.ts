import type { Call, CoreNews, Reply } from '../contract/envelope.ts';
import { dispatch } from './dispatch.ts';
import type { CoreContext } from './context.ts';
import { NewsBoard } from './news-board.ts';
import type { Ports } from './ports/ports.ts';
import { AttemptLimit } from './progress/attempt-limit.ts';
import { Sessions } from './session/sessions.ts';
import { SyncEngine, type SyncTiming } from './sync/engine.ts';

export interface Core {
  /** Never rejects; `clientId` names the window or browser session that the login is bound to. */
  dispatch(clientId: string, call: Call): Promise<Reply>;
  onNews(listener: (news: CoreNews) => void): () => void;
  /** Begins the background sync. */
  start(): void;
  /** Waits for the sync step under way, then closes the vault. */
  close(): Promise<void>;
}

/** Tries of a case code that miss, per client and 10 minutes, before the answer is "not found" unseen. */
const progressTries = { most: 10, windowMs: 600_000 };

export function createCore(ports: Ports, timing: Partial<SyncTiming> = {}): Core {
  const board = new NewsBoard();
  const sync = new SyncEngine(ports, (news) => board.tell(news), timing);
  const core: CoreContext = {
    ports,
    sync,
    sessions: new Sessions(),
    progressLimit: new AttemptLimit(progressTries.most, progressTries.windowMs),
    tell: (news) => board.tell(news),
  };
  return {
    dispatch: (clientId, call) => dispatch(core, clientId, call),
    onNews: (listener) => board.listen(listener),
    start: () => sync.start(),
    close: async () => {
      await sync.stop();
      await ports.vault.close();
    },
  };
}
