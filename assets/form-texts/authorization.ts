import type { FormText } from './form-text.ts';

/**
 * What every member signs. Places in {{…}} are filled from the draft; a paragraph that is only {{members}}, {{income}},
 * {{property}} or {{stated}} (what only some kinds ask) becomes as many lines as there are, none for what is not asked.
 */
export const authorizationText: FormText = {
  id: 'authorization',
  version: 'authorization-2026-07',
  source:
    '《社会救助法》第三十七条、第四十条、第四十一条；民发〔2021〕57号；九龙坡民政〔2023〕251号 附件《九龙坡区社会救助网上申请办理流程（试行）》',
  plain: '请签字确认，同意我们核对您家的收入和财产。',
  legalName: '{{kind}}申请书（摘要）、家庭情况声明承诺、家庭经济状况核对授权书',
  sections: [
    {
      title: '一、申请了什么',
      paragraphs: [
        '{{applicant}}（身份证号 {{applicantId}}）申请{{kind}}，住在{{address}}。',
        '共同生活的家庭成员共 {{count}} 人：',
        '{{members}}',
        '{{income}}',
        '{{property}}',
        '{{stated}}',
      ],
    },
    {
      title: '二、声明和承诺',
      paragraphs: [
        '上面写的家庭成员、收入、财产等情况都是真实的，没有隐瞒。',
        '家里的人口、收入、财产有变化时，会及时告诉镇街的工作人员。',
        '知道如果故意隐瞒或者造假，要退回多领的救助，并按法律承担责任。',
      ],
    },
    {
      title: '三、同意核对',
      paragraphs: [
        '{{signing}}',
        '谁来核对：{{who}}。',
        '核对什么：{{memberName}}的收入和财产，包括户籍、社会保险、税务、不动产、车辆、住房公积金、企业登记，以及银行、保险、证券和支付账户的情况。',
        '为什么核对：只用来办理和复核社会救助，不作别的用。',
        '管多久：从签字这天起，到不再享受救助、或者这次申请没有通过时为止。',
        '可以随时提出撤回；撤回以后不能再核对，这次申请可能办不下去，已经核对过的不受影响。',
      ],
    },
  ],
};
