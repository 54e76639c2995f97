// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IArbitrator} from "@kleros/erc-792/contracts/IArbitrator.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ISeats} from "../validators/ISeats.sol";
import {IRefunds} from "./IRefunds.sol";

/// @notice What a dispute waits for, in this order; every round after the first begins again at Arming.
enum Phase {
    /// Evidence is handed in; lasts its whole window.
    Evidence,
    /// Anyone may fix the block whose randomness draws the jury.
    Arming,
    /// Anyone may draw the jury with that block's header.
    Drawing,
    Commit,
    Reveal,
    Appeal,
    /// The ruling stands and can be executed; rounds can be settled.
    Final
}

/// @notice What is stored of a round; phases follow from it and the time.
enum Stage {
    None,
    Armed,
    /// The jury was drawn at `since`.
    Drawn,
    /// Every juror had committed at `since`.
    Committed,
    /// Every commitment was revealed at `since`.
    Revealed,
    /// Fewer than three candidates could sit; nobody judges this round.
    Void
}

/// @notice Fixed when the court is deployed.
struct Windows {
    /// Seconds for evidence before the first jury is drawn.
    uint32 evidence;
    uint32 commit;
    uint32 reveal;
    uint32 appeal;
    /// Blocks from arming to the one whose randomness draws; more than 64 on Ethereum, so that nobody knows yet who proposes it.
    uint32 seedDelay;
}

/// @notice Set by the timelock within fixed bounds; a dispute keeps those of its creation in all its rounds.
struct Parameters {
    /// In wei, for each seat of a jury.
    uint80 feePerJuror;
    /// CTT in its smallest unit: most that a seat can lose in a round.
    uint96 lockPerSeat;
    /// Part of the lock that an incoherent vote costs.
    uint16 incoherentBps;
    /// Part of the lock that costs who did not commit or did not reveal; not less than `incoherentBps`.
    uint16 silentBps;
    /// Bond of an appeal as a part of the fees of its jury.
    uint16 appealBondBps;
}

struct DisputeInfo {
    address arbitrable;
    /// Second in which it was created.
    uint40 openedAt;
    /// Rulings are 0 (refused to rule) … choices.
    uint8 choices;
    /// Of the parameters that hold for it.
    uint16 version;
    /// Index of its latest round.
    uint8 lastRound;
    /// Whether the arbitrable names parties that must not sit, and was trusted with it when the dispute was created.
    bool namesConflicts;
    bool ruled;
}

struct RoundInfo {
    uint32 term;
    /// Block whose randomness draws.
    uint40 seedBlock;
    /// When `stage` was reached, for those that begin a window.
    uint40 since;
    /// Seats of the jury.
    uint8 size;
    Stage stage;
    bool settled;
    /// Eight bits a seat from the lowest: 0 nothing, 1 committed, 2 + choice when revealed.
    uint120 votes;
    /// Who pays the fees and gets back what is not spent: the arbitrable in the first round, then the appellant.
    address payer;
    /// Of the appeal that led to the round, in wei.
    uint96 bond;
}

/// @title ICourt
/// @notice Judges disputes of any arbitrable contract (ERC-792) by juries of the term's validators. Three jurors judge first, an appeal is
/// judged by seven, its appeal by fifteen. Votes are committed and revealed; most votes decide, a tie or silence rules 0. Fees and bonds of appeals
/// are in the chain's coin, what jurors lose is in CTT. Phases end by time, or earlier when everybody has acted, and every step is open
/// to everybody, so that nobody can hold a ruling up. Everything that anybody is owed waits for {withdraw}.
///
/// Who paid for an appeal of a dispute sits on none of its later juries. Parties that a trusted arbitrable names ({IConflicts}) sit on none.
///
/// `AppealPossible` (ERC-792) comes with the last revelation. Where a commitment stays closed until the window ends, no transaction marks that
/// moment: it comes with the appeal then, and without one never. {appealPeriod} and {phaseOf} always tell.
///
/// A seat weighs the same whoever has it: the election has already balanced what stands behind the seats.
interface ICourt is IArbitrator, IRefunds {
    /* EVENTS */

    /// @notice With {DisputeCreation}. Fees of the first jury were paid by the arbitrable.
    event DisputeOpened(
        uint256 indexed disputeId,
        uint8 choices,
        uint16 version,
        bool namesConflicts,
        uint48 evidenceEndsAt
    );
    /// @notice Again for the same round when the header of the block before was not shown in time.
    event DrawArmed(uint256 indexed disputeId, uint256 indexed round, uint32 term, uint48 seedBlock);
    /// @param candidateIds Of the seats 0, 1, …
    event JuryDrawn(
        uint256 indexed disputeId,
        uint256 indexed round,
        bytes32 seed,
        uint16[] candidateIds,
        uint48 commitEndsAt
    );
    /// @notice Fewer than three could sit. In the first round the ruling is 0; an appeal falls and the ruling before it stands. What was
    /// paid for the round went back to its payer.
    event RoundVoided(uint256 indexed disputeId, uint256 indexed round, bytes32 seed);
    /// @notice What was paid beyond the cost, or for seats that could not be filled, waits for the payer.
    event Refunded(uint256 indexed disputeId, address indexed account, uint256 amount);
    event VoteCommitted(
        uint256 indexed disputeId,
        uint256 indexed round,
        uint256 seat,
        uint16 candidateId,
        bytes32 commitment
    );
    event VoteRevealed(
        uint256 indexed disputeId,
        uint256 indexed round,
        uint256 seat,
        uint16 candidateId,
        uint256 choice
    );
    /// @notice A window closed before its time because everybody had acted.
    event ClosedEarly(uint256 indexed disputeId, uint256 indexed round, Stage stage);
    /// @notice With {AppealDecision}.
    event Appealed(uint256 indexed disputeId, uint256 indexed round, address indexed payer, uint256 fees, uint256 bond);
    event RulingExecuted(uint256 indexed disputeId, uint256 ruling);
    /// @param taken CTT; less than what is due where the self-bond had no more.
    event SeatPenalised(
        uint256 indexed disputeId,
        uint256 indexed round,
        uint256 seat,
        uint16 candidateId,
        bool silent,
        uint256 taken
    );
    /// @param coherent Seats that voted for the final ruling; they share `coins` and `tokens` equally, the first one gets what rounding left.
    /// With none of them `coins` went back to the payer and `tokens` to the treasury.
    /// @param coins Fees, and the bond of the appeal if the jurors won it.
    /// @param tokens What the others lost.
    event RoundSettled(
        uint256 indexed disputeId,
        uint256 indexed round,
        uint256 ruling,
        uint256 coherent,
        uint256 coins,
        uint256 tokens
    );
    /// @param to The appellant if the final ruling differs from the one he appealed; else the coherent jurors (0), or without any the
    /// treasury (the court itself).
    event BondDecided(uint256 indexed disputeId, uint256 indexed round, address to, uint256 bond);
    event Withdrawn(address indexed account, uint256 coins, uint256 tokens);
    event TreasuryCollected(address indexed treasury, uint256 coins, uint256 tokens);
    event TreasuryAppointed(address treasury);
    /// @notice Whether the court asks an arbitrable for parties, in disputes that are created from now on.
    event ArbitrableTrusted(address indexed arbitrable, bool trusted);
    event ParametersSet(uint16 indexed version, Parameters parameters);
    /// @notice What events alone do not tell.
    event CourtOpened(ISeats seats, IERC20 token, Windows windows);

    /* ERRORS */

    error InvalidWindow(uint256 value, uint256 min, uint256 max);
    /// @notice A dispute has 1 … 253 choices besides 0.
    error InvalidChoices(uint256 choices);
    error ArbitrationUnderpaid(uint256 given, uint256 cost);
    error UnknownDispute(uint256 disputeId);
    error UnknownRound(uint256 disputeId, uint256 round);
    /// @notice The step is not possible in this phase.
    error WrongPhase(Phase expected, Phase actual);
    /// @notice The header of the armed block can still be shown.
    error SeedStillValid(uint256 seedBlock);
    /// @notice The armed block is not there yet.
    error SeedNotReady(uint256 seedBlock);
    /// @notice The chain has forgotten the armed block: arm again.
    error SeedMissed(uint256 seedBlock);
    error WrongHeader(uint256 seedBlock, bytes32 expected, bytes32 given);
    /// @notice So little gas would let the question for conflicts fail, and a party sit.
    error GasTooLow(uint256 given, uint256 required);
    error UnknownSeat(uint256 seat, uint256 size);
    error NotJuror(uint256 seat, address juror, address caller);
    error EmptyCommitment(uint256 seat);
    error AlreadyCommitted(uint256 seat);
    /// @notice The seat has not committed, or has revealed already.
    error NothingToReveal(uint256 seat);
    error ChoiceOutside(uint256 choice, uint256 choices);
    error CommitmentMismatch(bytes32 expected, bytes32 given);
    error AlreadyRuled(uint256 disputeId);
    error AlreadySettled(uint256 disputeId, uint256 round);
    error NothingToWithdraw(address account);
    error NoTreasury();

    /* STEPS, after {createDispute} */

    /// @notice Fixes the term and the block that draw the jury of the latest round. Again only when the chain has forgotten that block.
    function arm(uint256 disputeId) external;

    /// @notice Draws the jury of the latest round with the header of the armed block, RLP encoded.
    function draw(uint256 disputeId, bytes calldata header) external;

    /// @notice Takes the vote of a juror, once, hidden in `keccak256(abi.encode(tag, chain, court, disputeId, round, seat, candidateId, choice, salt))`
    /// with the tag `keccak256("TrustedCommerceCommune.Vote")`. The caller is the candidate's account; the last one closes the window.
    function commit(uint256 disputeId, uint256 round, uint256 seat, bytes32 commitment) external;

    /// @notice Opens a vote; open to everybody who knows it. The last one closes the window.
    function reveal(uint256 disputeId, uint256 round, uint256 seat, uint256 choice, bytes32 salt) external;

    /// @notice Tells the arbitrable the final ruling. Fails as long as the arbitrable does, which holds up nothing else.
    function executeRuling(uint256 disputeId) external;

    /// @notice Shares out the fees, losses and bond of a round once the ruling is final, executed or not; in any order. Only where a self-bond
    /// does not cover what its juror lost in several rounds, the round that is settled first gets it.
    ///
    /// Coherent is who voted for the final ruling. Who did not commit and reveal loses `silentBps` of the lock; who voted for something else
    /// `incoherentBps`, unless the final ruling is the 0 of a tie or of silence.
    function settle(uint256 disputeId, uint256 round) external;

    /// @notice Pays an account everything it is owed. Anyone may call.
    function withdraw(address payable account) external returns (uint256 coins, uint256 tokens);

    /// @notice Pays the treasury what nobody else is owed. Anyone may call.
    function collectTreasury() external returns (uint256 coins, uint256 tokens);

    /* GOVERNANCE */

    /// @notice Sets the parameters of disputes that are created from now on.
    function setParameters(Parameters calldata parameters) external;

    function appointTreasury(address treasury) external;

    /// @notice Whether an arbitrable names who must not judge ({IConflicts}). Disputes keep what held when they were created; juries of any other
    /// arbitrable are drawn from all seats.
    function trustArbitrable(address arbitrable, bool trusted) external;

    /* VIEWS */

    function seats() external view returns (ISeats);

    function token() external view returns (IERC20);

    function windows() external view returns (Windows memory);

    /// @notice Parameters of a version; the first is 1.
    function parametersOf(uint16 version) external view returns (Parameters memory);

    function currentVersion() external view returns (uint16);

    function treasury() external view returns (address);

    function isTrusted(address arbitrable) external view returns (bool);

    /// @notice Ids are 1 … disputeCount.
    function disputeCount() external view returns (uint256);

    function disputeOf(uint256 disputeId) external view returns (DisputeInfo memory);

    /// @param round 0, 1 or 2; all zero if there is none yet.
    function roundOf(uint256 disputeId, uint256 round) external view returns (RoundInfo memory);

    /// @notice Candidates on the seats 0, 1, … of a round.
    function juryOf(uint256 disputeId, uint256 round) external view returns (uint16[] memory candidateIds);

    /// @notice Commitment of a seat that is not revealed yet.
    function commitmentOf(uint256 disputeId, uint256 round, uint256 seat) external view returns (bytes32);

    /// @return phase Of the latest round.
    /// @return endsAt First second after it; of Final: when it began; 0 where no time tells.
    function phaseOf(uint256 disputeId) external view returns (Phase phase, uint48 endsAt);

    /// @notice Coins and CTT that wait for an account.
    function balanceOf(address account) external view returns (uint256 coins, uint256 tokens);

    /// @notice Coins and CTT that wait for the treasury.
    function treasuryBalance() external view returns (uint256 coins, uint256 tokens);
}
