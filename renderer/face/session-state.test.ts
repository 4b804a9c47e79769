import { describe, expect, it } from 'vitest';
import { TEMPLATE_LENGTH } from '../../domain/face/models.ts';
import type { FrameReport } from './engine-protocol.ts';
import type { FrameVerdict } from './frame-check.ts';
import { EMPTY_SESSION, takeFrame } from './session-state.ts';

const person = (axis: number, noise = 0) => {
  const template = new Float32Array(TEMPLATE_LENGTH);
  template[axis] = 1;
  template[axis + 1] = noise;
  return template;
};
const report = (
  verdict: FrameVerdict,
  template: Float32Array | null = null,
  sharpness = 0.1,
): FrameReport => ({
  verdict,
  facts: {
    width: 640,
    height: 480,
    luma: 100,
    faces: [{ box: { x: 0, y: 0, width: 200, height: 200 }, yaw: 0, pitch: 0, roll: 0, eyes: 0.3 }],
    quality: { luma: 100, contrast: 40, burnt: 0, sharpness },
  },
  template,
  jpeg: verdict === 'ok' ? new Blob([String(sharpness)]) : null,
  ms: 50,
});
const run = (reports: readonly FrameReport[]) =>
  reports.reduce((s, r) => takeFrame(s, r, 0.337).state, EMPTY_SESSION);

describe('takeFrame', () => {
  it('collects good frames and counts the others by reason', () => {
    const state = run([
      report('tooFar'),
      report('ok', person(0)),
      report('blurred'),
      report('tooFar'),
      report('ok', person(0, 0.2)),
    ]);
    expect(state.good).toHaveLength(2);
    expect(state.rejected).toEqual({ tooFar: 2, blurred: 1 });
    expect(state.times).toHaveLength(5);
  });

  it('starts anew with another face, so that no probe mixes two people', () => {
    const two = run([report('ok', person(0)), report('ok', person(0, 0.1))]);
    expect(two.good).toHaveLength(2);
    const taken = takeFrame(two, report('ok', person(4)), 0.337);
    expect(taken.verdict).toBe('faceChanged');
    expect(taken.state.good.map((g) => g.template)).toEqual([person(4)]);
    expect(taken.state.rejected).toEqual({ faceChanged: 1 });
  });

  it('forgets what was collected when the chair was empty between', () => {
    expect(run([report('ok', person(0)), report('noFace'), report('ok', person(0))]).good).toHaveLength(1);
  });

  it('does not take a frame without a template, whatever its verdict', () => {
    const taken = takeFrame(EMPTY_SESSION, report('ok', null), 0.337);
    expect(taken.verdict).toBe('noFace');
    expect(taken.state.good).toHaveLength(0);
  });

  it('refuses a template that is not a number', () => {
    const bad = person(0).fill(NaN);
    expect(run([report('ok', bad)])).toMatchObject({ good: [], rejected: { noFace: 1 } });
  });

  it('does not count the same picture twice', () => {
    expect(run([report('ok', person(0)), report('ok', person(0))]).good).toHaveLength(1);
  });

  it('ranks the sharper frame higher for the snapshot', () => {
    const [a, b] = run([report('ok', person(0), 0.05), report('ok', person(0, 0.1), 0.4)]).good;
    expect(b!.rank).toBeGreaterThan(a!.rank);
  });
});
