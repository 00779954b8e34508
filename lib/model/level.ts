/** How much harm a mistake does in an account; drives colour and guard. */
export type Level = 'production' | 'staging' | 'development' | 'sandbox' | 'other';
