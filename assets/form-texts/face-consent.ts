import type { FormText } from './form-text.ts';

/** Asked by itself, never together with the application; both answers lead on. */
export const faceConsentText: FormText = {
  id: 'face-consent',
  version: 'face-consent-2026-11',
  source: '《人脸识别技术应用安全管理办法》第五条至第七条；《个人信息保护法》第二十九条、第三十条',
  plain: '您愿意用人脸来确认是您本人吗？',
  legalName: '处理人脸信息的单独同意',
  sections: [
    {
      title: '用到什么',
      paragraphs: ['身份证上的照片，和现在摄像头拍下的几张您的脸。程序把两边算成数字，比一比像不像。'],
    },
    { title: '为什么用', paragraphs: ['只用来确认今天来办事的是您本人，不作别的用。'] },
    {
      title: '留在哪里',
      paragraphs: [
        '摄像头拍下的照片比完就丢掉；算出的数字加密存在这台电脑上，申请一提交就删除，不上传，也不给别人。',
        '送到区里的只有结果：像不像、相似程度、用的什么程序、什么时间。身份证的扫描件是申请材料，会随申请一起送去。',
      ],
    },
    {
      title: '不愿意也可以',
      paragraphs: [
        '不用人脸，就由工作人员看您本人和身份证来确认。办理的结果和快慢都一样，没有任何不利。',
        '同意以后、提交以前，随时可以撤回，点“撤回同意”再点一次确认就行；撤回后，算出的数字马上删除。提交以后，数字已经删除了。',
        '不满十四周岁的，要由父母或者其他监护人同意。',
      ],
    },
  ],
};
