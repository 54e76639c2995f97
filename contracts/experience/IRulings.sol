// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Values} from "../shared/Values.sol";

/// @notice What a court says of a tallied round: its consensus stands, another one takes its place, or it finds nothing.
enum Decision {
    Upheld,
    Overturned,
    Voided
}

/// @title IRulings
/// @notice What disputes do to rounds. The contract that the timelock appointed when a round was first challenged may hold that round
/// back and rule on it once. It names neither who is slashed nor how much: that follows from the consensus it gives.
interface IRulings {
    event DisputesAppointed(address indexed disputes);
    /// @notice Once it is tallied, the round ends by a ruling of `disputes` only.
    event RoundHeld(uint32 indexed lotId, address indexed disputes);
    /// @notice Emitted after {IEvaluations-RoundFinalized}. `charge` was taken from the commodity's bond and `bounty` of it credited to the
    /// challenger (0 unless overturned), who can get `bountyLeft` more out of slashed reports.
    event RoundRuled(
        uint32 indexed lotId,
        Decision decision,
        address indexed challenger,
        uint256 charge,
        uint256 bounty,
        uint256 bountyLeft
    );
    /// @notice Emitted with {IEvaluations-ReportClaimed}. A report lost its whole bond `amount`; `bounty` of it was credited to the
    /// challenger, the rest accrued to the audit fund.
    event ReportSlashed(
        uint32 indexed lotId,
        uint32 indexed experiencerId,
        address indexed challenger,
        uint256 amount,
        uint256 bounty
    );

    /// @notice The caller is not the contract that may hold or rule on the round.
    error NotDisputes(uint32 lotId, address caller, address disputes);
    /// @notice The round was challenged and waits for a ruling.
    error RoundDisputed(uint32 lotId, address disputes);
    /// @notice Only a round that was tallied can be ruled on, once.
    error RoundNotTallied(uint32 lotId);

    /// @notice Holds a round back, in its tally window, if there are claims and reports that could be tallied. Again for every
    /// challenge.
    function hold(uint32 lotId) external;

    /// @notice Ends a held round. It is scored in the next epoch; after an overturn, reports more than one tolerance from `consensus` in
    /// any parameter score nothing and lose their whole bond when they are claimed.
    /// @param consensus Of an overturn only.
    /// @param challenger Gets half of every bond that is lost, up to `bounty` in all.
    function applyRuling(
        uint32 lotId,
        Decision decision,
        Values consensus,
        address challenger,
        uint128 bounty
    ) external;

    /* VIEWS */

    /// @notice May hold rounds back from now on.
    function disputes() external view returns (address);

    /// @notice The contract that holds a round; 0 for a round that nobody challenged.
    function disputesOf(uint32 lotId) external view returns (address);

    /// @notice Who overturned a round, and how much bounty is left for it.
    function bountyOf(uint32 lotId) external view returns (address challenger, uint128 left);

    /// @notice Whether an account has committed to a report on a lot.
    function hasReported(uint32 lotId, address account) external view returns (bool);
}
