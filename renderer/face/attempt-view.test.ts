import { describe, expect, it } from 'vitest';
import type { AttemptEvent } from './attempt.ts';
import { attemptView, cameraRemedy, FRESH_VIEW, hintOf } from './attempt-view.ts';
import { CAMERA_REMEDIES } from './camera-watch.ts';
import { HOLD_STILL, REASON_HINTS } from './reasons.ts';

type Event = AttemptEvent | { type: 'start' | 'cancel' };
const play = (...events: Event[]) => events.reduce(attemptView, FRESH_VIEW);
const running: Event[] = [{ type: 'start' }, { type: 'camera', state: 'ok' }];
const step = (verdict: 'ok' | 'tooFar' | 'turned', progress = 0): Event => ({
  type: 'step',
  verdict,
  progress,
});

describe('attemptView', () => {
  it('keeps the hint until three frames in a row say something else', () => {
    const first = play(...running, step('tooFar'));
    expect(hintOf(first, 2)).toBe(REASON_HINTS.tooFar);
    const wavering = play(...running, step('tooFar'), step('ok'), step('ok'), step('tooFar'), step('ok'));
    expect(hintOf(wavering, 2)).toBe(REASON_HINTS.tooFar);
    expect(hintOf(play(...running, step('tooFar'), step('ok'), step('ok'), step('ok')), 2)).toBe(HOLD_STILL);
  });

  it('moves the ring with every frame, whatever the hint', () => {
    expect(play(...running, step('tooFar'), step('ok', 1 / 3)).progress).toBeCloseTo(1 / 3);
  });

  it('shows the remedy while the camera is at fault, and not afterwards', () => {
    const broken = play(...running, step('ok'), { type: 'camera', state: 'unplugged' });
    expect(cameraRemedy(broken)).toBe(CAMERA_REMEDIES.unplugged);
    expect(cameraRemedy(attemptView(broken, { type: 'camera', state: 'ok' }))).toBeNull();
    expect(cameraRemedy(attemptView(broken, { type: 'cancel' }))).toBeNull();
  });

  it('ends with words for each outcome and gives every start a new number', () => {
    expect(hintOf(play(...running, { type: 'timedOut' }), 2)).toContain('再试一次');
    expect(hintOf(play(...running, { type: 'failed' }), 2)).toContain('人工核验');
    expect(hintOf(play(...running, { type: 'photo', problem: 'tooSmall' }), 2)).toContain('证件照太小');
    const again = play(...running, { type: 'timedOut' }, { type: 'start' });
    expect(again).toMatchObject({ run: 2, outcome: 'none', progress: 0 });
  });
});
