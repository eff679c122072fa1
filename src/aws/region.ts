/** Whether a text has the form of a Region code. Not a Region: an Availability Zone, such as eu-west-1a. */
export function isRegion(text: string): boolean {
  return /^[a-z]{2,5}(?:-[a-z]+)+-\d+$/.test(text);
}
