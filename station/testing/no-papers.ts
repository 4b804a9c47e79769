import type { DocumentRenderer } from '../../core/ports/devices.ts';
import { fail } from '../../domain/values/result.ts';

/** For tests where every command has to be one row of the outbox: papers stay due. */
export const noPapers: DocumentRenderer = {
  render: async () => fail('receipt.glyphMissing', { characters: '㐂' }),
};
