import { z } from 'zod';
import { CoreNews, ReplyEnvelope, type Reply } from '../../contract/envelope.ts';
import { startRealDistrict } from '../../station/testing/real-district.ts';
import { shellBed } from '../electron-standin/shell-bed.ts';
import type { StandinApp } from '../electron-standin/launch.ts';
import type { ConformanceBed, ConformanceClient } from './bed.ts';

const PageReply = z.strictObject({ envelope: ReplyEnvelope, bytes: z.base64().nullable() });

/** Main, preload and bridge as shipped, on the stand-in: shell logic on Chromium, never Electron itself. */
export async function bridgeBed(): Promise<ConformanceBed> {
  const district = await startRealDistrict();
  const bed = await shellBed('real');
  const stops: (() => void)[] = [];
  return {
    connect: async () => {
      const app = await bed.launch({ env: { NUANCHUANG_DISTRICT: district.url } });
      return clientOf(app, stops);
    },
    close: async () => {
      for (const stop of stops) stop();
      await bed.close();
      await district.close();
    },
  };
}

function clientOf(app: StandinApp, stops: (() => void)[]): ConformanceClient {
  return {
    call: (envelope, binary) => callInPage(app, envelope, binary),
    onNews: (listener) => {
      const stop = listenInPage(app, listener);
      stops.push(stop);
      return stop;
    },
  };
}

async function callInPage(app: StandinApp, envelope: unknown, binary?: Uint8Array): Promise<Reply> {
  const bytes = binary ? `Uint8Array.fromBase64('${Buffer.from(binary).toString('base64')}')` : 'undefined';
  const text = await app.evaluate(`(async () => {
    const { envelope, binary } = await nuanchuang.call(JSON.parse(${JSON.stringify(JSON.stringify(envelope))}), ${bytes});
    return JSON.stringify({ envelope, bytes: binary ? new Uint8Array(binary).toBase64() : null });
  })()`);
  const reply = PageReply.parse(JSON.parse(String(text)));
  const back = reply.bytes === null ? {} : { binary: new Uint8Array(Buffer.from(reply.bytes, 'base64')) };
  return { envelope: reply.envelope, ...back };
}

let lastListener = 0;

/** The page keeps what it hears; it is fetched from there until the listener stops. */
function listenInPage(app: StandinApp, listener: (news: CoreNews) => void): () => void {
  const slot = `conformance${(lastListener += 1)}`;
  let heard = 0;
  const begun = app.evaluate(
    `globalThis.${slot} = []; globalThis.${slot}Stop = nuanchuang.onNews((n) => ${slot}.push(n)); true`,
  );
  const timer = setInterval(() => {
    void begun
      .then(() => app.evaluate(`JSON.stringify(globalThis.${slot})`))
      .then((text) => {
        const all = z.array(CoreNews).parse(JSON.parse(String(text)));
        for (const news of all.slice(heard)) listener(news);
        heard = Math.max(heard, all.length);
      })
      .catch(() => clearInterval(timer));
  }, 100);
  return () => {
    clearInterval(timer);
    void begun.then(() => app.evaluate(`globalThis.${slot}Stop(); true`)).catch(() => undefined);
  };
}
