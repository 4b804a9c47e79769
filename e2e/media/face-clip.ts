import { readFile } from 'node:fs/promises';
import { writeClip, type Painter } from './clip-file.ts';
import { faceOfSample, type SampleFace } from './samples.ts';

export { samplePhoto } from './samples.ts';
export { buildDocumentClip } from './document-clip.ts';

/** How the person stands before the camera; the defaults are a good picture. */
export interface FaceClipOptions {
  readonly face?: SampleFace;
  /** height of the face ÷ height of the picture */
  readonly size?: number;
  /** shift from the middle, pixels */
  readonly shiftX?: number;
  /** 1 as photographed, 0 black, above 1 brighter */
  readonly brightness?: number;
  readonly blurPx?: number;
}

interface Placed {
  readonly face: SampleFace;
  readonly size: number;
  readonly x: number;
  readonly y: number;
}

interface Scene {
  readonly people: readonly Placed[];
  readonly background: string;
  readonly brightness: number;
  readonly blurPx: number;
  /** how much the picture moves, 1 is a person standing still */
  readonly motion: number;
}

const WIDTH = 640;
const HEIGHT = 480;

/** Cuts each face out in a soft oval (no neighbours), sets it upright, moves it a little with the phase. */
const paintScene: Painter<Scene> = (context, phase, source, scene) => {
  const { width, height } = context.canvas;
  const turn = phase * 2 * Math.PI;
  context.filter = 'none';
  context.fillStyle = scene.background;
  context.fillRect(0, 0, width, height);
  context.filter = `brightness(${scene.brightness}) blur(${scene.blurPx}px)`;
  for (const { face, size, x, y } of source ? scene.people : []) {
    const layer = document.createElement('canvas');
    layer.width = width;
    layer.height = height;
    const pen = layer.getContext('2d');
    if (!pen || !source) continue;
    const scale = ((size * height) / face.height) * (1 + 0.015 * scene.motion * Math.sin(turn));
    pen.imageSmoothingQuality = 'high';
    pen.translate(x + 5 * scene.motion * Math.sin(turn), y + 3 * scene.motion * Math.sin(2 * turn));
    pen.scale(scale, scale);
    pen.rotate(-face.roll);
    pen.drawImage(source, -(face.x + face.width / 2), -(face.y + face.height / 2));
    pen.rotate(face.roll);
    pen.globalCompositeOperation = 'destination-in';
    // an oval of 0.95 × 1.05 face sizes around the middle, fading out over its last tenth
    pen.scale(face.width * 0.95, face.height * 1.05);
    const oval = pen.createRadialGradient(0, 0, 0.9, 0, 0, 1);
    oval.addColorStop(0, '#000');
    oval.addColorStop(1, 'transparent');
    pen.fillStyle = oval;
    pen.fillRect(-9, -9, 18, 18);
    context.drawImage(layer, 0, 0);
  }
  context.filter = 'none';
  // a lamp's reflection that wanders: no two frames of a living camera are equal
  context.fillStyle = `rgba(255,255,255,${0.1 * scene.brightness * scene.motion})`;
  context.fillRect(20 + 30 * phase, 20, 8, 8);
};

const GOOD: Scene = { people: [], background: '#8d8f92', brightness: 1, blurPx: 0, motion: 1 };
const clip = { width: WIDTH, height: HEIGHT, frames: 30 };

/** 640×480 clip of one person of a sample photo, moving as one does when standing still. Returns the file. */
export async function buildFaceClip(samplePath: string, outFile: string, options: FaceClipOptions = {}) {
  const face = options.face ?? faceOfSample(samplePath);
  const person = { face, size: options.size ?? 0.48, x: WIDTH / 2 + (options.shiftX ?? 0), y: HEIGHT / 2 };
  const look = { brightness: options.brightness ?? 1, blurPx: options.blurPx ?? 0 };
  const scene = { ...GOOD, ...look, people: [person] };
  return writeClip(outFile, { ...clip, source: await readFile(samplePath) }, paintScene, scene);
}

/** Two people side by side, both from one photo. */
export async function buildTwoFacesClip(samplePath: string, outFile: string, faces: readonly SampleFace[]) {
  const people = faces.map((face, i) => ({ face, size: 0.4, x: WIDTH * (0.28 + 0.44 * i), y: HEIGHT / 2 }));
  return writeClip(outFile, { ...clip, source: await readFile(samplePath) }, paintScene, { ...GOOD, people });
}

/** An empty chair: a lit wall, nobody there. */
export async function buildNoFaceClip(outFile: string) {
  return writeClip(outFile, clip, paintScene, GOOD);
}

const paintBlack: Painter<null> = (context) =>
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);

/** A camera whose shutter is shut: black, every frame the same. */
export async function buildBlackClip(outFile: string) {
  return writeClip(outFile, { ...clip, frames: 5 }, paintBlack, null);
}

/** A camera that hangs: one good picture, for ever. */
export async function buildFrozenClip(samplePath: string, outFile: string) {
  const people = [{ face: faceOfSample(samplePath), size: 0.48, x: WIDTH / 2, y: HEIGHT / 2 }];
  const source = await readFile(samplePath);
  return writeClip(outFile, { ...clip, frames: 1, source }, paintScene, { ...GOOD, people });
}

/** The photo in an ID card's chip: 102×126 JPEG, white ground, the head filling it. Returns the file. */
export async function buildIdPhoto(samplePath: string, outFile: string, face = faceOfSample(samplePath)) {
  const spec = { width: 102, height: 126, frames: 1, source: await readFile(samplePath) };
  const people = [{ face, size: 0.55, x: 51, y: 66 }];
  return writeClip(outFile, spec, paintScene, { ...GOOD, background: '#fff', people, motion: 0 });
}
