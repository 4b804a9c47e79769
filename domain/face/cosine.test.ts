import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTemplates } from './compare.ts';
import { cosine, decide, meanTemplate, normalise } from './cosine.ts';
import { FACE_MODELS, TEMPLATE_LENGTH, knownModel } from './models.ts';
import { templateFromBytes, templateToBytes } from './template-bytes.ts';

const vector = (fill: (i: number) => number) =>
  Float32Array.from({ length: TEMPLATE_LENGTH }, (_, i) => fill(i));
const axis = (k: number) => vector((i) => (i === k ? 1 : 0));
const model = FACE_MODELS[0]!;

describe('cosine', () => {
  it('is 1 for a vector and itself at any length, 0 for perpendicular, -1 for opposite', () => {
    const v = vector((i) => Math.sin(i + 1));
    expect(
      cosine(
        v,
        v.map((x) => x * 7),
      ),
    ).toBeCloseTo(1, 6);
    expect(cosine(axis(0), axis(1))).toBe(0);
    expect(
      cosine(
        v,
        v.map((x) => -x),
      ),
    ).toBeCloseTo(-1, 6);
  });

  it('has no answer for zero vectors, wrong lengths and numbers that are not finite', () => {
    const v = axis(3);
    expect(
      cosine(
        v,
        vector(() => 0),
      ),
    ).toBeNaN();
    expect(
      cosine(
        vector(() => 0),
        vector(() => 0),
      ),
    ).toBeNaN();
    expect(cosine(v, new Float32Array(511).fill(1))).toBeNaN();
    expect(cosine(new Float32Array(0), new Float32Array(0))).toBeNaN();
    expect(
      cosine(
        v,
        vector((i) => (i === 9 ? NaN : 1)),
      ),
    ).toBeNaN();
    expect(
      cosine(
        v,
        vector((i) => (i === 3 ? Infinity : 1)),
      ),
    ).toBeNaN();
  });

  it('stays within -1 and 1 and does not depend on the order', () => {
    const component = fc.float({ min: -4, max: 4, noNaN: true });
    const any = fc.array(component, { minLength: TEMPLATE_LENGTH, maxLength: TEMPLATE_LENGTH });
    fc.assert(
      fc.property(any, any, (a, b) => {
        const score = cosine(Float32Array.from(a), Float32Array.from(b));
        const back = cosine(Float32Array.from(b), Float32Array.from(a));
        return Number.isNaN(score) ? Number.isNaN(back) : score === back && Math.abs(score) <= 1;
      }),
      { numRuns: 50 },
    );
  });
});

describe('decide', () => {
  it('accepts from the threshold on', () => {
    expect(decide(0.337, 0.337)).toBe(true);
    expect(decide(0.3369, 0.337)).toBe(false);
  });

  it.each([
    [NaN, 0.337],
    [0.9, NaN],
    [Infinity, 0.337],
    [0.9, 0],
    [0.9, -1],
    [0.9, -Infinity],
  ])('refuses score %d at threshold %d', (score, threshold) => {
    expect(decide(score, threshold)).toBe(false);
  });
});

describe('meanTemplate', () => {
  it('weighs every frame alike, whatever its length, and has length 1', () => {
    const mean = meanTemplate([axis(0), axis(1).map((x) => x * 100)])!;
    expect(cosine(mean, axis(0))).toBeCloseTo(Math.SQRT1_2, 6);
    expect(cosine(mean, axis(1))).toBeCloseTo(Math.SQRT1_2, 6);
    expect(mean.reduce((s, x) => s + x * x, 0)).toBeCloseTo(1, 6);
  });

  it('is null for nothing, for one bad frame and for frames that cancel out', () => {
    expect(meanTemplate([])).toBeNull();
    expect(meanTemplate([axis(0), vector(() => NaN)])).toBeNull();
    expect(meanTemplate([axis(0), axis(0).map((x) => -x)])).toBeNull();
    expect(normalise(vector(() => 0))).toBeNull();
  });
});

describe('compareTemplates', () => {
  const unit = normalise(vector((i) => Math.cos(i)))!;
  const bytes = templateToBytes(unit);

  it('goes through the stored bytes without losing anything', () => {
    expect(bytes.byteLength).toBe(2048);
    expect(cosine(templateFromBytes(bytes)!, unit)).toBeCloseTo(1, 6);
    // an unaligned view into a larger buffer, as a wire frame is
    const frame = new Uint8Array(2051);
    frame.set(bytes, 3);
    expect(cosine(templateFromBytes(frame.subarray(3))!, unit)).toBeCloseTo(1, 6);
  });

  it('accepts the same face and refuses another with the threshold of the model', () => {
    expect(compareTemplates(bytes, bytes, model)).toMatchObject({ threshold: 0.4, accepted: true });
    expect(compareTemplates(templateToBytes(axis(0)), templateToBytes(axis(1)), model)).toEqual({
      score: 0,
      threshold: 0.4,
      accepted: false,
    });
  });

  it('does not let the caller bring its own threshold or an unmeasured model', () => {
    const low = { ...model, threshold: -1 };
    expect(compareTemplates(templateToBytes(axis(0)), templateToBytes(axis(1)), low)).toMatchObject({
      accepted: false,
      threshold: 0.4,
    });
    expect(compareTemplates(bytes, bytes, { ...model, digest: '0'.repeat(64) })).toBe('faceModel.unknown');
    expect(compareTemplates(bytes, bytes, { ...model, preprocessing: 'rgb' })).toBe('faceModel.unknown');
    expect(knownModel(model)).toBe(model);
  });

  it('names bytes that are no template', () => {
    expect(compareTemplates(bytes, new Uint8Array(2048), model)).toBe('faceTemplate.invalid');
    expect(compareTemplates(bytes, bytes.subarray(4), model)).toBe('faceTemplate.invalid');
    expect(compareTemplates(new Uint8Array(0), bytes, model)).toBe('faceTemplate.invalid');
    expect(compareTemplates(bytes, templateToBytes(vector(() => NaN)), model)).toBe('faceTemplate.invalid');
  });
});
