// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {PurchaseProof, Receipt} from "../settlement/ISettlement.sol";
import {Values} from "../shared/Values.sol";

/// @notice `Open` until the reports are tallied; `Tallied` has a verified consensus; `Final` after the closing epoch;
/// `Unproven` when there were too few reports or no tally; `Voided` when the sealed claims were not opened or a
/// court found nothing.
enum RoundState {
    Open,
    Tallied,
    Final,
    Unproven,
    Voided
}

enum ReportState {
    None,
    Committed,
    Revealed,
    Scored,
    Claimed
}

/// @notice One experiencer's report on one lot.
struct Report {
    /// The commitment, and once it is revealed the packed values.
    uint256 payload;
    /// Experience fee of the purchase behind it.
    uint64 fee;
    /// Weight in the tally.
    uint64 weight;
    /// Fees nominated to the reporter on this lot, as of scoring.
    uint64 nominated;
    /// The bond is this many times the fee.
    uint8 bondMultiple;
    ReportState state;
    /// 0 … 256, see docs/encoding.md.
    uint16 accuracy;
    uint16 quality;
}

/// @notice The one round of a lot.
struct Round {
    uint96 totalWeight;
    uint32 revealed;
    RoundState state;
    uint8 parameterCount;
    /// Epoch in which reports are scored; set when the round becomes final.
    uint32 scoringEpoch;
    /// Cap of a reward as a part of the fees nominated to the winner.
    uint16 kappaBps;
    /// Lowest bucket that wins.
    uint8 winningBucket;
    /// The pot has been fixed and rewards can be claimed.
    bool closed;
    /// (Σ weight)² / Σ weight² in hundredths, known when the reports are tallied: so many of equal weight would say as much.
    uint32 effectiveReports;
    /// It was challenged: once tallied, it ends by a ruling.
    bool held;
    /// The consensus is a challenger's: reports far from it score nothing and are slashed.
    bool overturned;
    Values consensus;
    /// Lane i (32 bits): tolerance of parameter i.
    uint256 tolerances;
    /// Lane i (32 bits): weight of parameter i in basis points, and 16 bits higher how far what was known before lay from the
    /// consensus, in 1/128 of the tolerance.
    uint256 basis;
    /// What the winners share (or, in a voided round, all who revealed): pot or charge.
    uint128 prize;
    uint128 paid;
    /// Σ nominated · quality² of the winners; in a voided round Σ weight.
    uint128 shares;
    /// Winners who have not claimed yet.
    uint32 winnersLeft;
}

/// @title IEvaluations
/// @notice One round per lot: buyers commit to what they measured, reveal, and a verified consensus is scored and paid.
interface IEvaluations {
    /// @notice Reports of equal rank: qualities 4b − 3 … 4b of bucket b, and 0 of bucket 0.
    struct Bucket {
        uint96 weight;
        /// Σ nominated · quality².
        uint128 shares;
        uint32 count;
    }

    event ReportCommitted(
        uint32 indexed lotId,
        uint32 indexed experiencerId,
        bytes32 commitment,
        bytes32 receiptDigest,
        uint256 fee,
        uint256 bond
    );
    /// @notice `evidenceDigest` is the digest of the report document (raw CIDv1).
    event ReportRevealed(
        uint32 indexed lotId,
        uint32 indexed experiencerId,
        int32[] values,
        bytes32 evidenceDigest,
        uint256 power,
        uint256 weight
    );
    /// @notice A page of a tally was counted for a proposed consensus.
    event TallyAdvanced(
        uint32 indexed lotId,
        address indexed proposer,
        Values consensus,
        uint32 counted,
        uint32 revealed
    );
    event RoundTallied(
        uint32 indexed lotId,
        int32[] consensus,
        uint32 reports,
        uint256 totalWeight,
        uint32 effectiveReports
    );
    /// @notice A round ended its closing epoch. `base` is what was known before of every parameter (empty unless `state` is
    /// Final), `charge` what the producer paid for claims that stayed sealed.
    event RoundFinalized(
        uint32 indexed lotId,
        RoundState state,
        uint32 scoringEpoch,
        int32[] base,
        uint256 charge,
        uint16 kappaBps
    );
    /// @notice Emitted again with the new figures when more was nominated to the reporter after the first scoring.
    event ReportScored(
        uint32 indexed lotId,
        uint32 indexed experiencerId,
        uint256 accuracy,
        uint256 quality,
        uint256 nominated,
        uint256 powerEarned
    );
    event RoundClosed(uint32 indexed lotId, uint256 prize, uint8 winningBucket, uint32 winners, uint256 shares);
    event ReportClaimed(
        uint32 indexed lotId,
        uint32 indexed experiencerId,
        address indexed account,
        uint256 bond,
        uint256 reward,
        uint256 penalty
    );
    /// @notice What the winners left over went to the commodity's carry (`voided` false) or the audit fund.
    event LeftoverSwept(uint32 indexed lotId, uint256 amount, bool voided);
    /// @notice A payment that the asset refused was credited; see {IEvaluations-withdraw}.
    event PaymentCredited(address indexed account, uint256 amount);
    event CreditWithdrawn(address indexed account, uint256 amount);
    event AuditFundCollected(address indexed to, uint256 amount);
    event BondMultipleSet(uint8 previous, uint8 current);
    event KappaSet(uint16 previousBps, uint16 currentBps);

    /// @notice The caller has no experiencer id; register first.
    error NotRegistered(address account);
    /// @notice This contract does not run the lot's round.
    error ForeignLot(uint32 lotId, address evaluations);
    /// @notice The producer of a lot and the owner of its model cannot report on it.
    error ConflictOfInterest(uint32 lotId, address account);
    /// @notice The receipt's buyer commitment is not that of the caller and this salt.
    error NotBuyer(bytes32 expected, bytes32 given);
    /// @notice The order was settled before the lot was on sale.
    error PurchaseBeforeSale(uint32 receiptEpoch, uint32 startEpoch);
    /// @notice The purchase brought no fee, so there is nothing to weigh a report by.
    error NoFee();
    /// @notice The fee of the receipt does not follow from its sales at the lot's rate.
    error FeeNotAtRate(uint32 lotId, uint256 given, uint256 expected);
    error NoCommitment();
    /// @notice The experiencer has reported on this lot: one purchase, one report.
    error AlreadyReported(uint32 lotId, uint32 experiencerId);
    /// @notice This happens from `from` until before `until` only.
    error OutsideWindow(uint32 lotId, uint48 from, uint48 until);
    /// @notice The report is not in the state that this needs.
    error WrongReportState(uint32 lotId, uint32 experiencerId, ReportState given, ReportState needed);
    /// @notice Values, evidence digest and salt do not hash to the commitment.
    error CommitmentMismatch(bytes32 expected, bytes32 given);
    /// @notice Not one value for every parameter.
    error ValueCount(uint256 given, uint256 expected);
    /// @notice The sealed claims were not opened, so there is nothing to tally.
    error ClaimsStillSealed(uint32 lotId);
    error RoundAlreadyTallied(uint32 lotId);
    /// @notice Fewer than five reports were revealed.
    error NotEnoughReports(uint32 lotId, uint32 reports, uint256 needed);
    /// @notice The weight lies with too few reporters: (Σ weight)² < 7 · Σ weight².
    error WeightTooConcentrated(uint32 lotId, uint256 totalWeight, uint256 squaredWeights);
    /// @notice Reports are counted in strictly increasing order of ids.
    error TallyOrder(uint32 previousId, uint32 experiencerId);
    /// @notice The proposed value of a parameter is not the lower weighted median.
    error NotMedian(uint256 parameter, int32 value, uint256 weightBelow, uint256 weightUpTo, uint256 totalWeight);
    error RoundAlreadyFinal(uint32 lotId, RoundState state);
    error RoundNotFinal(uint32 lotId, RoundState state);
    /// @notice No report was named.
    error NoReports();
    /// @notice All of the reports were scored, with everything that is nominated to them by now.
    error AlreadyScored(uint32 lotId, uint32 experiencerId);
    error RoundAlreadyClosed(uint32 lotId);
    /// @notice Rewards are claimed once the round is closed.
    error RoundNotClosed(uint32 lotId);
    error AlreadyClaimed(uint32 lotId, uint32 experiencerId);
    error NothingToWithdraw(address account);
    /// @notice Governance has not said who receives the audit fund.
    error NoRecipient();
    /// @notice Winners have not claimed yet.
    error WinnersLeft(uint32 lotId, uint32 winners);

    /// @notice Commits to a report on the lot of a purchase and pays the bond. The commitment is made of what
    /// {hashReport} takes.
    /// @param salt Salt of the receipt's buyer commitment; it shows that the caller is the buyer.
    function commit(Receipt calldata receipt, PurchaseProof calldata proof, bytes32 salt, bytes32 commitment) external;

    /// @notice Reveals a report. Anyone who knows it may, so a helper can pay the gas.
    function reveal(
        uint32 lotId,
        uint32 experiencerId,
        int32[] calldata values,
        bytes32 evidenceDigest,
        bytes32 salt
    ) external;

    /// @notice Counts a page of reports for a proposed consensus; the page that completes it verifies that every value is
    /// the lower weighted median. Only the right one can be completed, and every caller counts for himself, so that nobody
    /// can spoil another's count by skipping reports.
    /// @param experiencerIds Strictly increasing, also from page to page of the same caller and proposal.
    function tally(uint32 lotId, int32[] calldata consensus, uint32[] calldata experiencerIds) external;

    /// @notice Ends the closing epoch of a lot: final, unproven or voided. Permissionless, at any time after it.
    function finalize(uint32 lotId) external;

    /// @notice Scores reports in the scoring epoch. A report that was scored is scored again when more has been nominated
    /// to its reporter since; the order of scorings and openings does not matter.
    function score(uint32 lotId, uint32[] calldata experiencerIds) external;

    /// @notice Fixes the winners and the pot after the scoring epoch; in a round without winners the pot is carried.
    function close(uint32 lotId) external;

    /// @notice Pays bond and reward of a report to its reporter; anyone may push it. What the asset refuses to pay is credited,
    /// so that one reporter cannot hold up what is left for others.
    function claim(uint32 lotId, uint32 experiencerId) external;

    /// @notice Pays an account what was credited to it.
    function withdraw(address account) external returns (uint256 amount);

    /// @notice Moves what is left when all winners have claimed.
    function sweepLeftover(uint32 lotId) external;

    /// @notice Pays what lost bonds accrued to the audit fund.
    function collectAuditFund() external;

    /* VIEWS */

    function roundOf(uint32 lotId) external view returns (Round memory);

    function reportOf(uint32 lotId, uint32 experiencerId) external view returns (Report memory);

    function bucketOf(uint32 lotId, uint8 bucket) external view returns (Bucket memory);

    /// @notice Fees of all commitments of an experiencer that close in an epoch.
    function committedFeesOf(uint32 experiencerId, uint32 closingEpoch) external view returns (uint256);

    /// @notice Reward of a scored report in a closed round; 0 for one that did not win.
    function rewardOf(uint32 lotId, uint32 experiencerId) external view returns (uint256);

    /// @notice What an experiencer commits to.
    function hashReport(
        uint32 lotId,
        uint32 experiencerId,
        Values values,
        bytes32 evidenceDigest,
        bytes32 salt
    ) external view returns (bytes32);
}
