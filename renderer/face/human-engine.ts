import { Human, type Config } from '@vladmandic/human';
import { eyeOpenness, landmarksOfMesh, type Landmarks, type MeshPoint } from './alignment.ts';
import type { FaceFacts } from './frame-check.ts';

export interface FoundFace extends FaceFacts {
  readonly landmarks: Landmarks;
}

export interface FaceFinder {
  /** Faces of the picture, largest first, at most three. No state is kept from one picture to the next. */
  find(picture: OffscreenCanvas): Promise<FoundFace[]>;
}

const off = { enabled: false } as const;

/** Only finding: every cache is off, or a stale face of the frame before would be measured. */
function config(base: string): Partial<Config> {
  return {
    backend: 'wasm',
    wasmPath: base,
    modelBasePath: base,
    debug: false,
    async: false,
    warmup: 'none',
    cacheModels: false,
    validateModels: false,
    cacheSensitivity: 0,
    skipAllowed: false,
    filter: off,
    gesture: off,
    face: {
      enabled: true,
      detector: { rotation: true, maxDetected: 3, minConfidence: 0.4, skipFrames: 0, skipTime: 0 },
      mesh: { enabled: true },
      iris: { enabled: true, skipFrames: 0, skipTime: 0 },
      emotion: off,
      description: off,
      antispoof: off,
      liveness: off,
    },
    body: off,
    hand: off,
    object: off,
    segmentation: off,
  };
}

/** The tight box of a mesh; human's own box is 1.4 times larger. */
function boxOf(mesh: readonly MeshPoint[]): FaceFacts['box'] {
  const xs = mesh.map((p) => p[0] ?? NaN);
  const ys = mesh.map((p) => p[1] ?? NaN);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** Loads human's detector, mesh and iris models from `base`, all local. Rejects with `finder.failed`. */
export async function loadFaceFinder(base: string): Promise<FaceFinder> {
  const human = new Human(config(base));
  // one thread: gains nothing on two cores, and the threaded build wants a worker from a blob
  human.tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  await human.load();
  if (human.tf.getBackend() !== 'wasm') throw new Error('finder.failed');
  return {
    async find(picture) {
      const result = await human.detect(picture);
      if (result.error) throw new Error('finder.failed');
      return result.face
        .flatMap((face): FoundFace[] => {
          const landmarks = landmarksOfMesh(face.mesh);
          if (!landmarks) return [];
          const angle = face.rotation?.angle;
          const turn = { yaw: angle?.yaw ?? NaN, pitch: angle?.pitch ?? NaN, roll: angle?.roll ?? NaN };
          return [{ landmarks, box: boxOf(face.mesh), ...turn, eyes: eyeOpenness(face.mesh) }];
        })
        .sort((a, b) => b.box.width * b.box.height - a.box.width * a.box.height);
    },
  };
}
