/** Codes of the domain's checks (`FieldProblem.code`) as one plain sentence. */
const sentences: Record<string, string> = {
  'field.missing': '还没有填',
  'personName.length': '姓名要写 2 到 50 个字',
  'personName.characters': '姓名里有不能用的符号或数字',
  'idNumber.length': '身份证号要有 18 位',
  'idNumber.characters': '身份证号只能是数字，最后一位可以是 X',
  'idNumber.checkDigit': '最后一位对不上，请再核对一遍号码',
  'idNumber.birthDate': '号码里的出生日期不存在，请核对',
  'idNumber.sexMismatch': '性别和身份证号对不上',
  'idNumber.birthMismatch': '出生日期和身份证号对不上',
  'date.invalid': '没有这一天，请写成 2001-03-10',
  'bankAccount.format': '账号只能是数字，8 到 30 位',
  'phone.characters': '电话只能写数字',
  'phone.format': '电话不对，手机 11 位，座机要带区号',
};

export const problemWords = (code: string): string => sentences[code] ?? '请检查这一项';
