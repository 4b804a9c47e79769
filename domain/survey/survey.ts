import { z } from 'zod';
import { Digest, Page, Strokes } from '../application/evidence.ts';
import { SelfCareForm } from '../application/kind-forms.ts';
import { Instant } from '../values/instant.ts';
import { IsoDate } from '../values/iso-date.ts';

/** A name under a form, drawn on the pad by whoever was there. */
export const SignedName = z.strictObject({
  name: z.string().min(1).max(60),
  as: z.enum(['surveyor', 'household', 'neighbour', 'witness', 'visitor']),
  strokes: Strokes,
  imageDigest: Digest,
  imageBytes: z.int().positive(),
  at: Instant,
});
export type SignedName = z.infer<typeof SignedName>;

const Text = z.string().max(1000);
const Surveyors = z.array(
  z.strictObject({ accountId: z.uuid().nullable(), name: z.string().min(1).max(60) }),
);
export const SurveyConclusion = z.enum(['agrees', 'differs', 'unclear']);
export type SurveyConclusion = z.infer<typeof SurveyConclusion>;

const visit = {
  surveyId: z.uuid(),
  on: IsoDate,
  surveyors: Surveyors.min(1).max(6),
  photos: z.array(Page).max(30),
  signatures: z.array(SignedName).max(20),
  conclusion: SurveyConclusion,
  /** What differs from what was declared; what else was seen. */
  remarks: Text,
};

/** 入户调查表: at least two surveyors; they and one of the household sign. */
export const HomeVisit = z.strictObject({
  method: z.literal('home'),
  ...visit,
  present: z.array(z.strictObject({ memberId: z.uuid().nullable(), name: z.string().max(60) })).max(20),
  situation: z.strictObject({ housing: Text, health: Text, work: Text, living: Text }),
  /** Why nobody of the household signed, when nobody did. */
  notSignedBecause: z.string().max(300).nullable(),
});
/** 邻里访问表: what neighbours say; they sign or are noted as not willing. */
export const NeighbourVisit = z.strictObject({
  method: z.literal('neighbour'),
  ...visit,
  neighbours: z
    .array(z.strictObject({ name: z.string().max(60), relation: z.string().max(30), said: Text }))
    .min(1)
    .max(10),
});
/** 信函索证: a letter to somebody who knows, with a day by which the answer is asked for. */
export const SurveyLetter = z.strictObject({
  method: z.literal('letter'),
  surveyId: z.uuid(),
  on: IsoDate,
  to: z.string().min(2).max(100),
  about: Text,
  replyBy: IsoDate.nullable(),
});
/** 特困 self-care assessment of one person by two assessors (民发〔2021〕43号). */
export const SelfCareAssessment = z.strictObject({
  method: z.literal('selfCare'),
  ...visit,
  personId: z.uuid(),
  answers: SelfCareForm,
});
export const SurveyRecord = z.discriminatedUnion('method', [
  HomeVisit,
  NeighbourVisit,
  SurveyLetter,
  SelfCareAssessment,
]);
export type SurveyRecord = z.infer<typeof SurveyRecord>;

export const LetterReply = z.strictObject({
  surveyId: z.uuid(),
  repliedOn: IsoDate,
  content: z.string().min(1).max(1000),
  pages: z.array(Page).max(20),
});
export type LetterReply = z.infer<typeof LetterReply>;
