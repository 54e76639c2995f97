// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IArbitrator} from "@kleros/erc-792/contracts/IArbitrator.sol";
import {Values} from "../shared/Values.sol";

/// @notice What a case is about, and so what its choices mean; see {IDisputes-execute}.
enum CaseKind {
    Evaluation,
    Listing,
    Model
}

/// @notice `Collecting` takes challenges until the round's closing epoch ends; `Pending` waits for the arbitrator; `Ruled` can be
/// executed; `Closed` is over.
enum CaseState {
    None,
    Collecting,
    Pending,
    Ruled,
    Closed
}

/// @notice Why a lot or a model should not be there.
enum Ground {
    None,
    Counterfeit,
    AgainstRegulation,
    FalseDocument,
    ForeignGtin
}

/// @notice One dispute from its opening to its end.
struct Case {
    CaseKind kind;
    CaseState state;
    Ground ground;
    /// 0 … choices; known from {CaseState-Ruled} on.
    uint8 ruling;
    /// Choices of the arbitrator besides 0; in an evaluation the last one is {IDisputes-choiceOfNone}.
    uint8 choices;
    /// Lot, or model.
    uint32 subject;
    /// When the case lapses unless there is a ruling.
    uint48 deadline;
    /// Reports on the lot could not be added any more when the case was opened.
    bool reportersFixed;
    /// The arbitrator has given its ruling.
    bool answered;
    IArbitrator arbitrator;
    /// Of the arbitrator.
    uint256 disputeId;
    /// Runs the round of the lot.
    address evaluations;
    /// Parties as of the opening.
    address producer;
    address expert;
    /// Coins of the arbitrator's refund that were credited to the challengers.
    uint128 reclaimed;
}

/// @notice What a challenger asserts and puts up.
struct Challenge {
    address challenger;
    /// In the settlement asset.
    uint96 bond;
    /// R′; 0 in other cases than evaluations.
    Values values;
    /// Coins for the arbitrator that are not spent, and those that are.
    uint128 fee;
    uint128 spent;
}

/// @title IDisputes
/// @notice Brings what the commune disagrees about before an arbitrator (ERC-792) and carries its rulings out. Everybody can open a case and
/// hand in evidence (ERC-1497; the evidence group of a case is its id), and every step is open to everybody. Whatever is owed to
/// somebody waits for {withdraw} and {withdrawCoins}.
interface IDisputes {
    /* EVENTS */

    event CaseOpened(
        uint256 indexed caseId,
        CaseKind indexed kind,
        uint32 indexed subject,
        Ground ground,
        IArbitrator arbitrator,
        address producer,
        address expert,
        uint48 deadline
    );
    /// @notice `values` is empty unless the case is about an evaluation. `fee` are the coins paid for the arbitrator.
    event ChallengeAdded(
        uint256 indexed caseId,
        address indexed challenger,
        int32[] values,
        uint256 bond,
        uint256 fee,
        bytes32 evidenceDigest
    );
    /// @notice A challenge with a higher bond took the place of this one. {BondSettled} and {FeeCredited} follow.
    event ChallengeReplaced(uint256 indexed caseId, address indexed challenger);
    /// @notice A challenge said the same as the tallied consensus: its bond is lost. {BondSettled} and {FeeCredited} follow.
    event ChallengeEmpty(uint256 indexed caseId, address indexed challenger);
    /// @notice With {IEvidence-Dispute}. In an evaluation choice 2 + i is challenge i of `challengers`, and the last of `choices` says that
    /// neither the consensus nor any of them is right.
    event CaseReferred(uint256 indexed caseId, uint256 disputeId, uint8 choices, uint256 cost, address[] challengers);
    /// @notice The case is ripe for {execute}; `lapsed` if not by its arbitrator.
    event CaseRuled(uint256 indexed caseId, uint8 ruling, bool lapsed);
    /// @notice `winner` is the challenger who was right (0: none), `charged` what the producer or expert lost to this contract, `bounty` the part
    /// of it credited to the winner. What an overturned round costs is in the events of the round.
    event CaseExecuted(uint256 indexed caseId, uint8 ruling, address indexed winner, uint256 charged, uint256 bounty);
    /// @notice The round was never tallied, so there is nothing to dispute: bonds and fees were credited.
    event CaseMoot(uint256 indexed caseId);
    /// @notice What became of a bond when its challenge or its case ended: credited to the challenger, or (`lost`) accrued to the audit fund.
    event BondSettled(uint256 indexed caseId, address indexed challenger, uint256 bond, bool lost);
    /// @notice Coins were credited: what was paid too much, or for an arbitrator that was not needed.
    event FeeCredited(uint256 indexed caseId, address indexed account, uint256 amount);
    /// @notice An arbitrator paid coins back.
    event FeesReturned(IArbitrator indexed arbitrator, uint256 amount);
    event CreditWithdrawn(address indexed account, uint256 amount);
    event CoinsWithdrawn(address indexed account, uint256 amount);
    event AuditFundCollected(address indexed to, uint256 amount);
    event ArbitratorAppointed(IArbitrator indexed arbitrator);
    event BondRequiredSet(uint256 previous, uint256 current);

    /* ERRORS */

    /// @notice Governance has appointed no arbitrator yet.
    error NoArbitrator();
    error UnknownCase(uint256 caseId);
    /// @notice The case is not in the state that this needs.
    error WrongCaseState(uint256 caseId, CaseState given, CaseState needed);
    /// @notice Nobody challenged the round.
    error NotChallenged(uint32 lotId);
    /// @notice A case of this kind is open about it.
    error CaseAlreadyOpen(uint32 subject, uint256 caseId);
    error NoGround();
    /// @notice The lot is suspended already.
    error AlreadySuspended(uint32 lotId);
    /// @notice The model is retired and its bond gone.
    error NothingAtStake(uint32 modelId);
    /// @notice Not one value for every parameter.
    error ValueCount(uint256 given, uint256 expected);
    /// @notice The values are the tallied consensus, to a quarter of every tolerance.
    error SaysTheSame(uint32 lotId);
    /// @notice The bond is below the minimum, or not above those of the challenges whose place it would take.
    error BondTooLow(uint256 given, uint256 needed);
    /// @notice The coins do not pay the arbitrator.
    error FeeTooLow(uint256 given, uint256 needed);
    /// @notice Challenges are taken until the round's closing epoch ends.
    error StillCollecting(uint32 lotId, uint48 until);
    error UnknownDispute(IArbitrator arbitrator, uint256 disputeId);
    error AlreadyRuled(uint256 caseId);
    error NotLapsed(uint256 caseId, uint48 deadline);
    error NothingToWithdraw(address account);
    /// @notice Nothing of the case's fees was paid back, or all that was has been reclaimed.
    error NothingToReclaim(uint256 caseId);
    /// @notice Only arbitrators pay coins in without a call.
    error NotArbitrator(address account);
    error NoRecipient();
    error NoEvidence();

    /* CHALLENGERS */

    /// @notice Asserts R′ against the consensus of a round, in its tally window, with a bond and the cost of arbitration. A round takes at most
    /// four challenges. One that says the same as others (to a quarter of every tolerance), or a fifth, takes the place of those others or of
    /// the one with the lowest bond if it bonds more than they do.
    function challenge(
        uint32 lotId,
        int32[] calldata values,
        uint96 bond,
        bytes32 evidenceDigest
    ) external payable returns (uint256 caseId);

    /// @notice Asserts that a lot should not be sold, with a bond and the cost of arbitration. There is one case at a time.
    function disputeListing(
        uint32 lotId,
        Ground ground,
        uint96 bond,
        bytes32 evidenceDigest
    ) external payable returns (uint256 caseId);

    /// @notice Asserts that a model is fraudulent, with a bond and the cost of arbitration. There is one case at a time.
    function disputeModel(
        uint32 modelId,
        Ground ground,
        uint96 bond,
        bytes32 evidenceDigest
    ) external payable returns (uint256 caseId);

    /// @notice Hands in evidence on an open case.
    function submitEvidence(uint256 caseId, bytes32 evidenceDigest) external;

    /* STEPS */

    /// @notice Brings a challenged round before the arbitrator once its closing epoch is over; anyone may pay what the cost has risen by. If
    /// the round was not tallied, the case ends here.
    function refer(uint32 lotId) external payable;

    /// @notice Rules 0 where there is no ruling at the deadline.
    function lapse(uint256 caseId) external;

    /// @notice Carries a ruling out. Evaluation: 1 the consensus stands, 2 + i challenge i takes its place, {choiceOfNone} none of them is right:
    /// the round is voided and all challengers lose their bonds. Listing: 2 suspends the lot and takes the commodity's bond. Model: 2
    /// retires it and takes its bond. 0 (a tie, silence, no jury, or lapsed) finds nothing: a round is voided, and all bonds go back.
    function execute(uint256 caseId) external;

    /// @notice Pays an account what it was credited of the asset. Anyone may call.
    function withdraw(address account) external returns (uint256 amount);

    /// @notice Pays an account the coins it was credited. Anyone may call.
    function withdrawCoins(address payable account) external returns (uint256 amount);

    /// @notice Pays what lost bonds accrued to the audit fund.
    function collectAuditFund() external;

    /// @notice Credits the challengers of a closed case, and last who helped out in {refer}, what its arbitrator has paid back of their fees. An
    /// arbitrator that does not tell disputes apart ({IRefunds}) pays into one pool, on which its cases that were ruled 0 draw.
    function reclaimFees(uint256 caseId) external;

    /* VIEWS */

    function caseOf(uint256 caseId) external view returns (Case memory);

    function challengesOf(uint256 caseId) external view returns (Challenge[] memory);

    /// @notice The choice of a challenged round that says: the consensus is wrong, and no challenge is right. It is the last one; 0 in cases of
    /// other kinds, and before the case is referred.
    function choiceOfNone(uint256 caseId) external view returns (uint8);

    /// @notice The case about a round; 0 if nobody challenged it.
    function caseOfRound(uint32 lotId) external view returns (uint256);

    /// @notice The open case about a lot's listing; 0 if there is none.
    function caseOfListing(uint32 lotId) external view returns (uint256);

    /// @notice The open case about a model; 0 if there is none.
    function caseOfModel(uint32 modelId) external view returns (uint256);

    /// @notice The case behind an arbitrator's dispute; 0 if it is none of ours.
    function caseOfDispute(IArbitrator arbitrator, uint256 disputeId) external view returns (uint256);

    /// @notice What an account can withdraw, of the asset and in coins.
    function creditOf(address account) external view returns (uint256);

    function coinsOf(address account) external view returns (uint256);

    /// @notice Coins that a challenge or a new case has to bring.
    function arbitrationCost() external view returns (uint256);
}
