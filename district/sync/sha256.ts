import { createHash } from 'node:crypto';

export const sha256Text = (text: string): string => createHash('sha256').update(text).digest('hex');
export const sha256Bytes = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
