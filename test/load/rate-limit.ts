/** So many requests in each second. */
export class RateLimit {
  asked = 0;
  refused = 0;
  private second = 0;
  private inSecond = 0;

  constructor(private readonly perSecond: number) {}

  /** @param milliseconds of any clock that does not go back */
  allows(milliseconds: number): boolean {
    const second = Math.floor(milliseconds / 1000);
    this.inSecond = second === this.second ? this.inSecond + 1 : 1;
    this.second = second;
    this.asked++;
    const allowed = this.inSecond <= this.perSecond;
    if (!allowed) this.refused++;
    return allowed;
  }
}
