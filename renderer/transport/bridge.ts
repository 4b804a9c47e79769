import { CoreNews, ReplyEnvelope, type CallEnvelope, type Reply } from '../../contract/envelope.ts';
import type { Transport } from './transport.ts';

/** What the Electron preload exposes as `window.nuanchuang`. */
export interface Bridge {
  call(envelope: CallEnvelope, binary?: Uint8Array): Promise<{ envelope: unknown; binary?: Uint8Array }>;
  onNews(listener: (news: unknown) => void): () => void;
}

declare global {
  interface Window {
    nuanchuang?: Bridge;
  }
}

export function bridgeTransport(bridge: Bridge): Transport {
  return {
    async send({ envelope, binary }): Promise<Reply> {
      const reply = await bridge.call(envelope, binary);
      const parsed = ReplyEnvelope.parse(reply.envelope);
      return reply.binary ? { envelope: parsed, binary: reply.binary } : { envelope: parsed };
    },
    onNews: (listener) =>
      bridge.onNews((raw) => {
        const news = CoreNews.safeParse(raw);
        if (news.success) listener(news.data);
      }),
    onConnection(listener) {
      listener(true);
      return () => undefined;
    },
  };
}
