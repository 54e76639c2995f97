/** A campaign's name fits a bytes32 with its length. */
const MAX_BYTES = 31;

export function campaignBytes(campaign: string): number {
  return new TextEncoder().encode(campaign).length;
}

/** Whether the name of a campaign can stand in a grant; empty ones can. */
export function isCampaign(campaign: string): boolean {
  return campaignBytes(campaign) <= MAX_BYTES;
}
