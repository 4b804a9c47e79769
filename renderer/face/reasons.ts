import type { RejectReason } from './frame-check.ts';

/** What to tell the person, at most 20 characters each, one action each. */
export const REASON_HINTS: Record<RejectReason, string> = {
  noFace: '请把脸放进圆框里',
  twoFaces: '请让一个人面对镜头',
  tooFar: '再近一点',
  tooClose: '再远一点',
  offCentre: '请把脸移到圆框中间',
  turned: '请正对镜头',
  tooDark: '光线太暗，请到亮处',
  tooBright: '光线太强，请避开强光',
  blurred: '请保持不动',
  faceChanged: '请由同一个人完成',
};

/** Said while good frames are collected. */
export const HOLD_STILL = '很好，请保持不动';

/** Why the photo of the ID card cannot be compared, and what happens next. */
export const PHOTO_PROBLEMS = {
  noFace: '证件照上没有找到人脸，请改用人工核验。',
  twoFaces: '这张照片上不止一张脸，请重新读卡或改用人工核验。',
  tooSmall: '证件照太小，看不清，请重新读卡或改用人工核验。',
  notAnImage: '证件照打不开，请重新读卡或改用人工核验。',
} as const;
export type PhotoProblem = keyof typeof PHOTO_PROBLEMS;
