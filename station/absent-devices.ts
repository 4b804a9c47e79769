import type { IdReader, Printer, StillCamera } from '../core/ports/devices.ts';
import { fail } from '../domain/values/result.ts';

/** Where none is set up: the clerk types by hand, saves the receipt, takes the page's camera. */
export const noIdReader: IdReader = { read: async () => fail('idReader.absent'), present: async () => false };
export const noPrinter: Printer = { print: async () => fail('printer.absent'), present: async () => false };
export const noStill: StillCamera = { capture: async () => fail('still.noDevice'), present: async () => false };
