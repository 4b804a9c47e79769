/** Whether a number may be one to look for: an 18-digit one in full, so that nobody is looked up while it is typed. */
export const isCompleteIdNumber = (text: string): boolean => /^\d{17}[\dXx]$/.test(text.trim());
