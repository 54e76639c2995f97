// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @notice Somebody who offers to judge. What counts in elections has two versions: the latest, which counts from election `tag`
/// on, and the one before it.
struct Candidate {
    address account;
    uint32 experiencerId;
    /// Part of the seat's reward that the validator keeps.
    uint16 commissionBps;
    uint16 commissionBefore;
    bool running;
    bool wasRunning;
    /// Own CTT at stake, not a vote.
    uint96 bond;
    uint96 bondBefore;
    uint32 tag;
    /// CTT on the way out, still there to be slashed.
    uint96 leaving;
    /// First epoch in which it may leave.
    uint32 releaseEpoch;
}

/// @notice Somebody who backs candidates with CTT; versions as with candidates.
struct Voter {
    uint96 stake;
    uint96 stakeBefore;
    uint32 tag;
    /// Place in the heap of the voter list plus one; 0 when not listed.
    uint16 position;
    bool wasListed;
    /// Up to 16 candidate ids in increasing order, the first in the lowest 16 bits.
    uint256 targets;
    uint256 targetsBefore;
    address account;
    uint96 leaving;
    uint32 releaseEpoch;
}

/// @notice What the timelock decides about elections.
struct Rules {
    /// Winners of an election at most.
    uint8 seats;
    /// CTT that a candidate must have at stake.
    uint96 minSelfBond;
    /// Experience power that a candidate must have at the freeze.
    uint96 minPower;
}

/// @notice A candidate as an election sees him.
struct Standing {
    bool running;
    uint16 commissionBps;
    uint96 bond;
    /// Experience power at the freeze; before it, now.
    uint256 power;
}

/// @title IValidators
/// @notice Self-bonds of candidates, stakes and nominations of voters, and the frozen snapshot of both that an election counts.
/// Amounts are in CTT's smallest unit. Candidate ids are 1, 2, … and voter ids too, each account keeps its own for ever.
interface IValidators {
    event CandidateRegistered(uint16 indexed candidateId, address indexed account, uint32 experiencerId);
    /// @notice A candidate's record as it counts from an election on.
    event CandidacySet(
        uint16 indexed candidateId,
        bool running,
        uint16 commissionBps,
        uint256 bond,
        uint32 fromElection
    );
    /// @notice `leaving` of a candidate's bond may be withdrawn from `releaseEpoch` on.
    event SelfBondLeaving(uint16 indexed candidateId, uint256 leaving, uint32 releaseEpoch);
    event SelfBondWithdrawn(uint16 indexed candidateId, address indexed to, uint256 amount);
    /// @notice A judgment took `fromBond` and `fromLeaving` of the `asked` amount.
    event SelfBondSlashed(
        uint16 indexed candidateId,
        address indexed to,
        uint256 asked,
        uint256 fromBond,
        uint256 fromLeaving
    );
    event VoterRegistered(uint32 indexed voterId, address indexed account);
    event StakeSet(uint32 indexed voterId, uint256 stake, uint32 fromElection);
    event NominationsSet(uint32 indexed voterId, uint16[] candidateIds, uint32 fromElection);
    /// @notice A voter came into the list or left it; `evictedBy` is the voter who took the place, 0 for nobody.
    event ListingSet(uint32 indexed voterId, bool listed, uint32 evictedBy, uint32 fromElection);
    event StakeLeaving(uint32 indexed voterId, uint256 leaving, uint32 releaseEpoch);
    event StakeWithdrawn(uint32 indexed voterId, address indexed to, uint256 amount);
    event RulesSet(uint8 seats, uint96 minSelfBond, uint96 minPower, uint32 fromElection);
    event ElectionsAppointed(address elections);

    error NotExperiencer(address account);
    error NotCandidate(address account);
    error NotVoter(address account);
    error UnknownCandidate(uint16 candidateId);
    error UnknownVoter(uint32 voterId);
    error ZeroAmount();
    error CommissionAboveCap(uint16 commissionBps, uint16 cap);
    error AlreadyRunning(uint16 candidateId);
    error NotRunning(uint16 candidateId);
    error SelfBondTooLow(uint16 candidateId, uint256 bond, uint256 required);
    error PowerTooLow(uint16 candidateId, uint256 power, uint256 required);
    /// @notice More was to leave than is there.
    error BondExceeded(uint256 amount, uint256 bond);
    error NothingLeaving(address account);
    error StillLocked(uint32 releaseEpoch);
    /// @notice A bond stays as long as its owner sits, and a term longer, for the cases of that time.
    error StillSeated(uint16 candidateId, uint32 term);
    error TooManyNominations(uint256 given, uint256 most);
    error NominationsOutOfOrder(uint16 previous, uint16 candidateId);
    error AlreadyListed(uint32 voterId);
    /// @notice The list is full of larger stakes, or the voter has nobody nominated or nothing at stake.
    error StakeTooSmall(uint32 voterId, uint256 stake, uint256 smallest);
    error NotElections(address account);
    /// @notice Voter ids come as four bytes each.
    error BadVoterIds(uint256 length);

    /* CANDIDATES */

    /// @notice Runs in elections from the next freeze on, as a registered experiencer with enough power; again after {standDown}.
    /// @param amount CTT that is added to the self-bond.
    function stand(uint96 amount, uint16 commissionBps) external returns (uint16 candidateId);

    /// @notice Runs no more from the next freeze on. A seat is kept until its term ends.
    function standDown() external;

    /// @notice Another commission, for seats won from the next freeze on.
    function setCommission(uint16 commissionBps) external;

    function raiseSelfBond(uint96 amount) external;

    /// @notice Takes from the self-bond what may be withdrawn in two terms; until then it can be slashed. All that is leaving waits
    /// for the latest request.
    function lowerSelfBond(uint96 amount) external;

    /// @notice Pays out what has left the self-bond. Nobody withdraws in a term in which he sits or in the one after it.
    function withdrawSelfBond() external returns (uint256 amount);

    /* VOTERS */

    /// @notice Adds to the caller's stake.
    function bond(uint96 amount) external returns (uint32 voterId);

    /// @notice Names the candidates that the whole stake stands behind.
    /// @param candidateIds At most 16, strictly increasing; empty to vote no more.
    function nominate(uint16[] calldata candidateIds) external;

    /// @notice Takes from the stake what may be withdrawn in two terms. All that is leaving waits for the latest request.
    function unbond(uint96 amount) external;

    function withdrawStake() external returns (uint256 amount);

    /// @notice Brings a voter into the list who was too small or was evicted, and is not now. Anyone may.
    function enlist(uint32 voterId) external;

    /* ELECTIONS */

    /// @notice Takes up to `amount` of a candidate's bond, also of what is leaving. Only for the elections contract.
    function slash(uint16 candidateId, uint256 amount, address to) external returns (uint256 taken);

    /// @notice Stakes (0 for who is not listed) and nominations of voters in the election for a term. Only for the latest
    /// frozen election and the next one: older snapshots are gone.
    /// @param ids Four bytes each.
    function votersAt(
        uint32 term,
        bytes calldata ids
    ) external view returns (uint256[] memory stakes, uint256[] memory targets);

    /// @notice Commissions and powers of candidates in the election for a term; reverts if one of them cannot win.
    function eligibleAt(
        uint32 term,
        uint16[] calldata candidateIds
    ) external view returns (uint16[] memory commissions, uint256[] memory powers);

    /// @notice A candidate in the election for a term; see {votersAt} for which.
    function standingAt(uint32 term, uint16 candidateId) external view returns (Standing memory);

    /// @notice Experience power of a candidate at the freeze of an election, or now before it; of any election.
    function powerAt(uint32 term, uint16 candidateId) external view returns (uint256);

    /// @notice Rules of the election for a term; see {votersAt} for which.
    function rulesAt(uint32 term) external view returns (Rules memory);

    /* VIEWS */

    function candidateCount() external view returns (uint16);

    function voterCount() external view returns (uint32);

    function candidateOf(uint16 candidateId) external view returns (Candidate memory);

    function voterOf(uint32 voterId) external view returns (Voter memory);

    /// @notice Id of an account as a candidate; 0 for none.
    function candidateIdOf(address account) external view returns (uint16);

    /// @notice Id of an account as a voter; 0 for none.
    function voterIdOf(address account) external view returns (uint32);

    /// @notice How many voters are listed, and how much the smallest of them has at stake (0 for an empty list).
    function listing() external view returns (uint256 listed, uint256 smallest);
}
