// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @notice A round whose winners mine.
struct MinedRound {
    /// The contract that ran the round; 0 for one that is not registered.
    address evaluations;
    /// In which it was scored; its winners share that epoch's amount.
    uint32 epoch;
    /// Lowest bucket that won.
    uint8 winningBucket;
    /// Σ nominated · quality² of its winners.
    uint128 shares;
    /// Of those, how many have been claimed.
    uint128 claimed;
}

/// @title IEmission
/// @notice CTT is mined by experiencing goods. Every epoch has a fixed amount (see {EmissionSchedule}). A round that was scored in epoch e is
/// registered in epoch e + 1; from epoch e + 2 on its winners claim, pro rata to nominated · quality² among the winners of all rounds
/// registered for e.
interface IEmission {
    /// @notice `epochShares` are those of all rounds registered for the epoch so far.
    event RoundRegistered(
        uint32 indexed lotId,
        uint32 indexed epoch,
        address indexed evaluations,
        uint128 shares,
        uint256 epochShares
    );
    event WorkMined(
        uint32 indexed lotId,
        uint32 indexed experiencerId,
        address indexed account,
        uint32 epoch,
        uint256 amount
    );
    /// @notice The treasury got its part of the epochs `from` … `until` − 1.
    event TreasuryMined(address indexed treasury, uint32 from, uint32 until, uint256 amount);
    /// @notice CTT is mined for this epoch and all later ones.
    event EmissionStarted(uint32 firstEpoch);
    event TreasuryAppointed(address indexed treasury);

    /// @notice The round's winners are registered already.
    error RoundAlreadyRegistered(uint32 lotId);
    /// @notice Only a final round that is closed and has winners mines; close it first.
    error NothingMined(uint32 lotId);
    /// @notice The round was scored before there was an emission.
    error BeforeEmission(uint32 lotId, uint32 epoch, uint32 firstEpoch);
    /// @notice Rounds are registered in the epoch after the one in which they were scored.
    error OutsideRegistration(uint32 lotId, uint48 from, uint48 until);
    /// @notice Nobody registered the round in time.
    error RoundNotRegistered(uint32 lotId);
    /// @notice What the epoch's winners get is known when the registrations for it are over.
    error RegistrationOpen(uint32 epoch, uint48 until);
    error AlreadyMined(uint32 lotId, uint32 experiencerId);
    /// @notice The report did not win, or nobody nominated its reporter.
    error NotWinner(uint32 lotId, uint32 experiencerId);
    /// @notice The winners of the round would claim more than was registered: its evaluations contract contradicts itself.
    error SharesExceeded(uint32 lotId, uint256 claimed, uint256 registered);
    /// @notice The treasury has got its part of all epochs that are over.
    error NothingDue(uint32 mintedUntil);

    /// @notice Registers a closed round with winners. Anyone may, once for every lot, in the epoch after its scoring.
    function register(uint32 lotId) external;

    /// @notice Mints what a winner mined to the account of his id; anyone may push it, at any time after the registrations.
    function claim(uint32 lotId, uint32 experiencerId) external returns (uint256 amount);

    /// @notice Mints the treasury's part of all epochs that are over; anyone may.
    function mintTreasury() external returns (uint256 amount);

    function appointTreasury(address treasury) external;

    /* VIEWS */

    /// @notice Epoch in which this contract was deployed: the first one with an emission.
    function firstEpoch() external view returns (uint32);

    /// @notice Receives the part that is not for winners.
    function treasury() external view returns (address);

    /// @notice First epoch whose part the treasury has not got yet.
    function treasuryUntil() external view returns (uint32);

    function miningOf(uint32 lotId) external view returns (MinedRound memory);

    /// @notice Σ nominated · quality² of the winners of all rounds registered for an epoch.
    function sharesOf(uint32 epoch) external view returns (uint256);

    /// @notice Amounts of an epoch: for winners (none of it is minted if there are none) and for the treasury.
    function amountsOf(uint32 epoch) external view returns (uint256 winners, uint256 treasury);

    function isClaimed(uint32 lotId, uint32 experiencerId) external view returns (bool);

    /// @notice What a report of a registered round mines, claimed or not; 0 if it did not win. While rounds are still registered for the
    /// epoch it can only get less.
    function minedBy(uint32 lotId, uint32 experiencerId) external view returns (uint256);

    /// @notice What {mintTreasury} would mint now.
    function treasuryDue() external view returns (uint256);
}
