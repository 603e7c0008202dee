/** A pattern that matches this text and no other: sigstore-js takes every identity for a pattern. */
export const exactly = (text: string): string => `^${text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')}$`;
