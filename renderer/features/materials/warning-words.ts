import type { PageWarning } from '../../capture/quality.ts';

/** What is wrong with a page and what it means; said before it is taken, never after. */
export const warningWords: Record<PageWarning, string> = {
  dark: '太暗，文字可能看不清',
  blurred: '有点模糊，文字可能看不清',
  blank: '好像是空白页',
  glare: '有反光，被照亮的地方看不见字',
  cutOff: '纸边超出画面，可能没有拍全',
  small: '字太小，请把纸放近一点',
};
