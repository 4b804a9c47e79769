import { describe, expect, it } from 'vitest';
import { homeVisit, samplePage } from '../testing/process-samples.ts';
import { testDigest } from '../testing/sample-application.ts';
import { referredFiles } from './referred-files.ts';

describe('files an event refers to', () => {
  it('are pages and pictures of signatures, wherever they stand, each once', () => {
    const page = samplePage(1, '2025-02-12');
    const found = { digest: page.digest, bytes: page.bytes, mime: page.mime };
    expect(referredFiles(page)).toEqual([found]);
    expect(referredFiles({ record: homeVisit(1, '2025-02-12'), again: [page, [page]] })).toEqual([
      found,
      { digest: testDigest(900), bytes: 900, mime: 'image/png' },
    ]);
  });

  it('and nothing that only looks like one', () => {
    expect(referredFiles(null)).toEqual([]);
    expect(referredFiles('digest')).toEqual([]);
    const page = samplePage(1, '2025-02-12');
    for (const wrong of [
      { ...page, digest: 5 },
      { ...page, mime: null },
      { ...page, bytes: '1000' },
      { imageDigest: testDigest(1), imageBytes: '900' },
      { imageDigest: 5, imageBytes: 900 },
    ])
      expect(referredFiles({ inner: [wrong] })).toEqual([]);
  });
});
