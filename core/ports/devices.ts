import type { Sex } from '../../domain/application/person.ts';
import type { PageMime } from '../../domain/application/evidence.ts';
import type { DocumentData } from '../../domain/official-documents/document-kinds.ts';
import type { Result } from '../../domain/values/result.ts';

/** What a card reader gives; photo is JPEG or PNG as the chip holds it. Dates are ISO, 长期 stays '长期'. */
export interface CardFields {
  name: string;
  idNumber: string;
  sex: Sex | null;
  birth: string | null;
  ethnicity: string;
  address: string;
  validUntil: string;
  photo: Uint8Array | null;
}

export interface IdReader {
  /** Failures: idReader.absent, idReader.noCard, idReader.badAnswer. Gives up after a bounded wait. */
  read(): Promise<Result<CardFields>>;
  present(): Promise<boolean>;
}

export interface CapturedPage {
  bytes: Uint8Array;
  mime: PageMime;
  width: number;
  height: number;
}

export interface Scanner {
  /** Failures: scanner.noTool, scanner.failed. */
  list(): Promise<Result<{ id: string; name: string }[]>>;
  /** Every page in the feeder, or one from the glass. Failures: scanner.absent/noTool/empty/jammed/coverOpen/busy/failed. */
  scan(deviceId: string): Promise<Result<CapturedPage[]>>;
}

/** Still pictures by the optional node-webcam adapter. Failures: still.noTool, still.noDevice. */
export interface StillCamera {
  capture(): Promise<Result<CapturedPage>>;
  present(): Promise<boolean>;
}

export interface Printer {
  /** Name of the printer that took the job. Failures: printer.absent, printer.failed. */
  print(pdf: Uint8Array, title: string): Promise<Result<string>>;
  present(): Promise<boolean>;
}

/** What a receipt says; the whole of it, so that the page can show the same. */
export interface ReceiptData {
  townName: string;
  caseCode: string;
  caseNo: string | null;
  kindTitle: string;
  applicantName: string;
  maskedId: string;
  householdSize: number;
  submittedOn: string;
  /** ISO day, or null when the calendar of that year is not published yet. */
  acceptBy: string | null;
  clerkName: string;
  documents: { title: string; pages: number }[];
  issuedAt: string;
}

export interface ReceiptRenderer {
  /** PDF bytes with embedded fonts. Failure: receipt.glyphMissing with the characters no font has. */
  render(data: ReceiptData): Promise<Result<Uint8Array>>;
}

export interface DocumentRenderer {
  /** PDF bytes with embedded fonts. Failure: receipt.glyphMissing with the characters no font has. Throws for data of no kind. */
  render(data: DocumentData): Promise<Result<Uint8Array>>;
}
