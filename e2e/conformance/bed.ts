import type { CoreNews, Reply } from '../../contract/envelope.ts';

/** One client (window or browser session) of a transport, as near to the wire as the page is. */
export interface ConformanceClient {
  /** Sends any value as the envelope and answers the reply that belongs to it; id 0 for what has no id of its own. */
  call(envelope: unknown, binary?: Uint8Array): Promise<Reply>;
  onNews(listener: (news: CoreNews) => void): () => void;
}

/** A transport with a real station behind it: vault open, district reachable, no account yet. */
export interface ConformanceBed {
  /** A client of its own; a second call gives another one where the transport can have more. */
  connect(): Promise<ConformanceClient>;
  close(): Promise<void>;
}
