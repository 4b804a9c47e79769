/** One file that has to stand beside the page: `from` in the project folder, `to` below the page's root. */
export interface FaceAsset {
  readonly from: string;
  readonly to: string;
}

/** Where the page finds the models, relative to its root. */
export const FACE_ASSET_BASE = '/face/';

const human = (file: string): FaceAsset => ({
  from: `node_modules/@vladmandic/human/models/${file}`,
  to: `face/${file}`,
});

/**
 * Everything the face check loads at run time (11 MB); nothing comes from the network. ONNX Runtime's wasm
 * (14 MB) is not listed: its package names it by URL, so Vite emits it by itself.
 */
export const FACE_ASSETS: readonly FaceAsset[] = [
  ...['blazeface', 'facemesh', 'iris'].flatMap((model) => [human(`${model}.json`), human(`${model}.bin`)]),
  {
    from: 'node_modules/@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm',
    to: 'face/tfjs-backend-wasm-simd.wasm',
  },
  {
    from: 'node_modules/faceplugin-face-recognition-js/model/fr_feature.onnx',
    to: 'face/fr_feature.onnx',
  },
];
