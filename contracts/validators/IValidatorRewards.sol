// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title IValidatorRewards
/// @notice Shares what the commune receives of sales among validators and those who back them, term by term, in the settlement
/// asset. A seat's part goes by its weight; of it the validator has the commission and the voters the rest, by the stake that the
/// solution put behind the seat. All rounds down. Everybody is paid when somebody asks for it, with proofs against the voter root.
interface IValidatorRewards {
    /// @notice `amount` came in and is shared by seats of `weight` in all; 0 and 0 when nobody sat, and the money waits.
    event TermClosed(uint32 indexed term, uint32 elected, uint256 amount, uint256 weight);
    event CommissionPaid(uint32 indexed term, uint16 indexed candidateId, address indexed to, uint256 amount);
    event RewardPaid(uint32 indexed term, uint32 indexed voterId, address indexed to, uint256 amount);

    /// @notice Terms are closed one after the other.
    error NotNextTerm(uint32 term, uint32 next);
    error TermNotOver(uint32 term);
    error TermNotClosed(uint32 term);
    error UnknownSeat(uint32 term, uint256 index);
    error CommissionClaimed(uint32 term, uint16 candidateId);
    error RewardClaimed(uint32 term, uint32 voterId);
    /// @notice The voter root of the term's election does not have this leaf.
    error InvalidVoterProof(uint32 term, uint32 voterId);

    /// @notice Shares everything that has come in and is not owed yet among the seats of a term that is over, except those that
    /// a judgment hit. Collects the commune's share of the term's epochs first. Anyone may.
    function closeTerm(uint32 term) external;

    /// @notice Pays the validator of a seat. Anyone may call.
    /// @param index Of the seat in the term's seats.
    function claimCommission(uint32 term, uint256 index) external returns (uint256 amount);

    /// @notice Pays a voter for a term. Anyone may call.
    /// @param edges The voter's edges in the solution: index of the winner · 2^96 + amount.
    function claim(
        uint32 term,
        uint32 voterId,
        uint256[] calldata edges,
        bytes32[] calldata proof
    ) external returns (uint256 amount);

    /// @notice What a seat of a closed term earned, commission included.
    function rewardOf(uint32 term, uint256 index) external view returns (uint256);

    /// @notice The term that is closed next.
    function nextTerm() external view returns (uint32);

    /// @notice Owed and not paid yet.
    function reserved() external view returns (uint256);

    function commissionClaimed(uint32 term, uint16 candidateId) external view returns (bool);

    function rewardClaimed(uint32 term, uint32 voterId) external view returns (bool);
}
