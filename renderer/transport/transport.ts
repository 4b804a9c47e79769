import type { Call, CoreNews, Reply } from '../../contract/envelope.ts';

/** The way to the core. `send` rejects with `ConnectionLost` when no answer can come any more. */
export interface Transport {
  send(call: Call): Promise<Reply>;
  onNews(listener: (news: CoreNews) => void): () => void;
  /** Told at once and on every change whether the core can be reached. */
  onConnection(listener: (connected: boolean) => void): () => void;
}

export class ConnectionLost extends Error {
  constructor() {
    super('connection to the core lost');
    this.name = 'ConnectionLost';
  }
}
