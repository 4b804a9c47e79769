import { z } from 'zod';

/** A moment in UTC as `Date.prototype.toISOString` writes it: '2026-03-10T01:02:03.004Z'. Sorts as text. */
export const Instant = z.iso.datetime({ precision: 3, error: 'instant.invalid' });
export type Instant = z.infer<typeof Instant>;
