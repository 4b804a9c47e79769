import type { ComponentType } from 'react';
import type { CaseCommand } from '../../../domain/case/case-commands.ts';
import type { ActionFormProps } from './action-form.ts';
import { adjustForm, changeForm, endForm, hearingForm } from './after/after-forms.ts';
import { VisitForm } from './after/VisitForm.tsx';
import { AmendForm } from './amend/AmendForm.tsx';
import { confirmForm, explainForm, grantFirstForm, registerForm } from './decision/decision-forms.tsx';
import { extendForm, handOverForm, remindForm, terminateForm } from './desk/desk-forms.ts';
import { formOf } from './FieldsForm.tsx';
import {
  meetingForm,
  objectionForm,
  postNoticeForm,
  publishForm,
  replyForm,
  takeDownForm,
} from './notice/notice-forms.tsx';
import { ProposeForm } from './review/ProposeForm.tsx';
import { CheckForm } from './survey/CheckForm.tsx';
import { letterReplyForm, recheckForm } from './survey/letter-forms.ts';
import { SurveyForm } from './survey/SurveyForm.tsx';

/** The form of each step by its command; one without an entry needs no more than a confirmation. */
export const actionForms: Partial<Record<CaseCommand['type'], ComponentType<ActionFormProps>>> = {
  amend: AmendForm,
  extend: formOf(extendForm),
  terminate: formOf(terminateForm),
  remindSupplement: formOf(remindForm),
  handOver: formOf(handOverForm),
  requestCheck: CheckForm,
  recordSurvey: SurveyForm,
  recordDistrictVisit: SurveyForm,
  recordLetterReply: formOf(letterReplyForm),
  requestRecheck: formOf(recheckForm),
  propose: ProposeForm,
  postNotice: formOf(postNoticeForm),
  takeDownNotice: formOf(takeDownForm),
  registerObjection: formOf(objectionForm),
  replyObjection: formOf(replyForm),
  holdMeeting: formOf(meetingForm),
  confirm: formOf(confirmForm),
  publish: formOf(publishForm),
  register: formOf(registerForm),
  grantFirst: formOf(grantFirstForm),
  explainAfterwards: formOf(explainForm),
  recordVisit: VisitForm,
  reportChange: formOf(changeForm),
  recordHearing: formOf(hearingForm),
  adjust: formOf(adjustForm),
  endAssistance: formOf(endForm),
};
