import { describe, expect, it } from 'vitest';
import { checkFrame, FRAME_LIMITS, REJECT_REASONS, type FaceFacts, type FrameFacts } from './frame-check.ts';
import { HOLD_STILL, REASON_HINTS } from './reasons.ts';

const face: FaceFacts = {
  box: { x: 220, y: 120, width: 200, height: 240 },
  yaw: 0.05,
  pitch: 0.1,
  roll: 0.02,
  eyes: 0.3,
};
const quality = { luma: 120, contrast: 45, burnt: 0.01, sharpness: 0.08 };
const good: FrameFacts = { width: 640, height: 480, luma: 110, faces: [face], quality };

const withFace = (change: Partial<FaceFacts>): FrameFacts => ({ ...good, faces: [{ ...face, ...change }] });
const withBox = (box: Partial<FaceFacts['box']>) => withFace({ box: { ...face.box, ...box } });
const withQuality = (change: Partial<typeof quality>): FrameFacts => ({
  ...good,
  quality: { ...quality, ...change },
});

describe('checkFrame', () => {
  it('accepts a face in the middle, straight, lit and sharp', () => {
    expect(checkFrame(good)).toBe('ok');
  });

  it.each<[string, FrameFacts]>([
    ['noFace', { ...good, faces: [], quality: null }],
    ['tooDark', { ...good, faces: [], quality: null, luma: 10 }],
    ['twoFaces', { ...good, faces: [face, face], quality: null }],
    ['tooFar', withBox({ x: 280, width: 80, height: 100, y: 190 })],
    ['tooFar', withBox({ width: 70 })],
    ['tooClose', withBox({ y: 20, height: 430 })],
    ['offCentre', withBox({ x: 20 })],
    ['offCentre', withBox({ y: 0 })],
    ['turned', withFace({ yaw: -0.5 })],
    ['turned', withFace({ pitch: 0.7 })],
    ['turned', withFace({ roll: 0.8 })],
    ['tooDark', withQuality({ luma: 20 })],
    ['tooBright', withQuality({ luma: 230 })],
    ['tooBright', withQuality({ burnt: 0.5 })],
    ['blurred', withQuality({ sharpness: 0.01 })],
  ])('says %s', (verdict, frame) => {
    expect(checkFrame(frame)).toBe(verdict);
  });

  it('gives the first thing to mend when several are wrong', () => {
    const both = { ...withQuality({ luma: 20, sharpness: 0 }), faces: [{ ...face, yaw: 1 }] };
    expect(checkFrame(both)).toBe('turned');
  });

  it.each<[string, FrameFacts]>([
    ['yaw', withFace({ yaw: NaN })],
    ['pitch', withFace({ pitch: NaN })],
    ['roll', withFace({ roll: NaN })],
    ['box', withBox({ x: NaN })],
    ['height', withBox({ height: NaN })],
    ['luma', withQuality({ luma: NaN })],
    ['burnt', withQuality({ burnt: NaN })],
    ['sharpness', withQuality({ sharpness: NaN })],
    ['frame size', { ...good, height: NaN }],
    ['missing quality', { ...good, quality: null }],
  ])('never passes when %s was not measured', (_what, frame) => {
    expect(checkFrame(frame)).not.toBe('ok');
  });

  it('turns nobody away for closed eyes', () => {
    expect(checkFrame(withFace({ eyes: 0 }))).toBe('ok');
  });

  it('judges by shares of the picture: four times the pixels, the same verdict', () => {
    const { x, y, width, height } = face.box;
    const box = { x: x * 2, y: y * 2, width: width * 2, height: height * 2 };
    expect(checkFrame({ ...withFace({ box }), width: 1280, height: 960 })).toBe('ok');
    expect(FRAME_LIMITS.minFaceWidthPx).toBeLessThan(face.box.width);
  });
});

describe('hints', () => {
  it('has one of at most 20 characters for every reason', () => {
    expect(Object.keys(REASON_HINTS).sort()).toEqual([...REJECT_REASONS].sort());
    for (const hint of [...Object.values(REASON_HINTS), HOLD_STILL]) {
      expect(hint.length).toBeLessThanOrEqual(20);
      expect(hint).toMatch(/^[\u4e00-\u9fff，]+$/);
    }
  });
});
