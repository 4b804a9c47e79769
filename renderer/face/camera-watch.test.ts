import { describe, expect, it } from 'vitest';
import {
  BLACK_AFTER_MS,
  CAMERA_REMEDIES,
  FROZEN_AFTER_MS,
  NOT_WATCHED,
  problemOf,
  watchSample,
} from './camera-watch.ts';

const picture = (level: (i: number) => number) =>
  Uint8ClampedArray.from({ length: 64 * 48 * 4 }, (_, i) => (i % 4 === 3 ? 255 : level(i >> 2)));
const black = picture(() => 0);
const room = (seed: number) => picture((i) => 90 + ((i * 7919 + seed * 104729) % 50));

/** Health after each sample, one every 250 ms. */
function play(pictures: readonly Uint8ClampedArray[]) {
  let state = NOT_WATCHED;
  return pictures.map((rgba, i) => {
    const seen = watchSample(state, { at: i * 250, rgba });
    state = seen.state;
    return seen.health;
  });
}

describe('watchSample', () => {
  it('is content with a living picture', () => {
    const [first, ...rest] = play(Array.from({ length: 40 }, (_, i) => room(i)));
    expect(first).toBe('unknown');
    expect(new Set(rest)).toEqual(new Set(['ok']));
  });

  it('calls a black picture black, not frozen, after a second and a half', () => {
    const health = play(Array<Uint8ClampedArray>(16).fill(black));
    expect(health.indexOf('black')).toBe(BLACK_AFTER_MS / 250);
    expect(health).not.toContain('frozen');
  });

  it('calls a picture that stands still frozen after two seconds', () => {
    const health = play(Array<Uint8ClampedArray>(16).fill(room(1)));
    expect(health).not.toContain('ok');
    // the first sample has nothing to be compared with
    expect(health.indexOf('frozen')).toBe(FROZEN_AFTER_MS / 250 + 1);
  });

  it('does not call a dark room black', () => {
    const dark = Array.from({ length: 20 }, (_, s) => picture((i) => 8 + ((i * 31 + s * 17) % 16)));
    expect(new Set(play(dark).slice(1))).toEqual(new Set(['ok']));
  });

  it('recovers with the first living picture', () => {
    const health = play([...Array<Uint8ClampedArray>(12).fill(black), room(1), room(2)]);
    expect(health.slice(-3)).toEqual(['black', 'ok', 'ok']);
  });

  it('forgives a second of standing still', () => {
    const pictures = [room(1), room(2), room(2), room(2), room(2), room(3), room(3), room(4)];
    expect(new Set(play(pictures).slice(1))).toEqual(new Set(['ok']));
  });
});

describe('problemOf', () => {
  it.each([
    ['NotAllowedError', 'denied'],
    ['SecurityError', 'denied'],
    ['NotFoundError', 'notFound'],
    ['OverconstrainedError', 'notFound'],
    ['NotReadableError', 'busy'],
    ['AbortError', 'busy'],
  ])('%s is %s', (name, problem) => {
    expect(problemOf(new DOMException('', name))).toBe(problem);
  });

  it('has a remedy for every problem', () => {
    expect(Object.values(CAMERA_REMEDIES).every((text) => text.endsWith('。'))).toBe(true);
  });
});
