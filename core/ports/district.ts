import type { Result } from '../../domain/values/result.ts';
import type { DemoReply, LoginReply, ServerStatus } from '../../contract/sync/accounts.ts';
import type { PullReply, PushItem, PushReply } from '../../contract/sync/push.ts';
import type { PickUpReply, PickUpReportReply } from '../../contract/sync/pick-ups.ts';
import type { SignedCalendar } from '../../domain/calendar/signed-calendar.ts';
import type { z } from 'zod';

/**
 * The district server as the station sees it. Every answer is parsed. Failures: district.unreachable, district.answeredBadly
 * {status}, district.certificate, and for login session.wrongPassword {attemptsLeft}, session.lockedOut {until}.
 */
export interface DistrictLink {
  status(): Promise<Result<ServerStatus>>;
  loadDemo(): Promise<Result<z.infer<typeof DemoReply>>>;
  login(
    username: string,
    password: string,
    deviceId: string,
    deviceName: string,
  ): Promise<Result<LoginReply>>;
  push(token: string, deviceId: string, items: PushItem[]): Promise<Result<z.infer<typeof PushReply>>>;
  /** `confidential`: those events instead of the others; only accounts in `confidentialRoles` are given any. */
  pull(token: string, after: number, confidential?: boolean): Promise<Result<PullReply>>;
  /** Digests of these that the server has, checked and synced. */
  filesHave(token: string, digests: string[]): Promise<Result<string[]>>;
  /**
   * Uploads by tus, resuming at `uploadUrl` when given. `progress` is told the upload's address and the bytes sent, to be kept
   * for the next try. Resolves after the server has checked the digest and synced the file.
   */
  upload(
    token: string,
    file: { digest: string; mime: string; bytes: Uint8Array; uploadUrl: string | null },
    progress: (state: { uploadUrl: string; sentBytes: number }) => void,
  ): Promise<Result<void>>;
  download(token: string, digest: string): Promise<Result<Uint8Array>>;
  /** Notes that the caller's town has looked for online applications; answers those that wait. */
  pickUp(token: string): Promise<Result<PickUpReply>>;
  /** How often each town looked, day by day. */
  pickUpReport(token: string, from: string, to: string): Promise<Result<PickUpReportReply>>;
  /** Working days as the district has signed them. */
  calendar(): Promise<Result<SignedCalendar>>;
}
