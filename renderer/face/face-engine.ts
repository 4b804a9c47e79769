import type { FaceModelInfo } from '../../domain/face/models.ts';
import { FACE_ASSET_BASE } from './assets-manifest.ts';
import type {
  EngineCall,
  EngineCalls,
  EngineReply,
  FrameReport,
  FrameTimes,
  PhotoReport,
} from './engine-protocol.ts';

/** The face models, running in a worker. Calls are answered in order; all reject once the worker has failed. */
export interface FaceEngine {
  /** Loads everything, 2–3 s the first time; later calls return the same promise. */
  load(): Promise<FaceModelInfo>;
  /** Looks at one frame; takes the bitmap over. */
  frame(picture: ImageBitmap): Promise<FrameReport>;
  /** Template of the one face on an ID photo (JPEG, PNG, BMP). */
  photo(photo: Blob): Promise<PhotoReport>;
  measure(picture: ImageBitmap, rounds: number): Promise<FrameTimes>;
  close(): void;
}

interface Waiting {
  resolve(value: never): void;
  reject(error: Error): void;
}

function createCaller(worker: Worker) {
  const waiting = new Map<number, Waiting>();
  let next = 0;
  let broken: Error | null = null;
  const fail = (reason: string) => {
    broken = new Error(reason);
    for (const { reject } of waiting.values()) reject(broken);
    waiting.clear();
  };
  worker.addEventListener('error', () => fail('engine.failed'));
  worker.addEventListener('messageerror', () => fail('engine.failed'));
  worker.addEventListener('message', ({ data }: MessageEvent<EngineReply>) => {
    const caller = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.ok) caller?.resolve(data.result as never);
    else caller?.reject(new Error(data.reason));
  });
  function call<K extends EngineCall>(
    name: K,
    argument: EngineCalls[K]['argument'],
    transfer: Transferable[] = [],
  ): Promise<EngineCalls[K]['result']> {
    if (broken) return Promise.reject(broken);
    const id = next++;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, call: name, argument }, transfer);
    });
  }
  return { call, fail };
}

/** Starts the worker; `base` is the absolute URL of the folder that holds FACE_ASSETS. */
export function createFaceEngine(base = new URL(FACE_ASSET_BASE, location.href).href): FaceEngine {
  const worker = new Worker(new URL('./face.worker.ts', import.meta.url), { type: 'module' });
  const { call, fail } = createCaller(worker);
  let loading: Promise<FaceModelInfo> | null = null;
  return {
    load: () => (loading ??= call('load', { base })),
    frame: (picture) => call('frame', { picture }, [picture]),
    photo: (photo) => call('photo', { photo }),
    measure: (picture, rounds) => call('measure', { picture, rounds }, [picture]),
    close() {
      worker.terminate();
      fail('engine.closed');
    },
  };
}

let shared: FaceEngine | null = null;

/** The page's one engine, kept between people because loading takes seconds; it holds no one's data. */
export function sharedFaceEngine(): FaceEngine {
  return (shared ??= createFaceEngine());
}

/** Ends the shared engine after a failure, so that the next use starts afresh. */
export function discardFaceEngine(): void {
  shared?.close();
  shared = null;
}
