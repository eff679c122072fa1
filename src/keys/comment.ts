/** A comment that stays on its line and prints: control, format and separator characters become one space. */
export function printableComment(comment: string): string {
  return comment.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}
