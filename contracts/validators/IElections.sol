// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ISeats} from "./ISeats.sol";

/// @dev Winners of an election at most, whatever the rules say.
uint256 constant MAX_SEATS = 32;

/// @notice A seat that was won.
struct Seat {
    uint16 candidateId;
    /// Part of the seat's reward that the validator keeps.
    uint16 commissionBps;
    /// CTT behind the validator, the sum of its edges.
    uint96 support;
}

/// @notice How good a solution is: more winners, then more least support, then more support in all, then a smaller sum of its squares.
struct Score {
    uint8 winners;
    uint96 least;
    uint96 sum;
    uint256 squares;
}

/// @title IElections
/// @notice Elections are solved off chain by anyone and verified here against the frozen snapshot. The best solution that is
/// submitted in the last epoch before a term seats its winners; without one the seats of the term before stay. Least support counts
/// for more than the support in all, so that a voter could be left out for a wei of it: in the last hour, when it may be too late to add him
/// again, the support in all must not fall unless there are more winners.
///
/// A solution: the winners' ids in increasing order; the voters who back one of them, in increasing order, four bytes each
/// (`voters`); and for each of those one byte with the number of its edges, then the edges (`edges`): one byte with the lane of the
/// nomination (0 … 15, increasing), one byte with the winner's index, and for all but the last twelve bytes with the amount. The last
/// edge has what is left of the voter's stake.
interface IElections is ISeats {
    /// @notice A part of a solution was verified. The edges of an accepted solution are those of its submitter's pages since page 0.
    /// @param stakes Of the voters, so that the last edges can be computed.
    event PageVerified(
        uint32 indexed term,
        address indexed submitter,
        uint256 page,
        uint16[] winners,
        bytes voters,
        bytes edges,
        uint256[] stakes
    );
    /// @notice The best solution so far: these are the seats of the term unless a better one comes.
    /// @param weights Of the seats; see {weightsIn}.
    event SolutionAccepted(
        uint32 indexed term,
        address indexed submitter,
        Score score,
        bytes32 voterRoot,
        Seat[] seats,
        uint256[] weights
    );
    /// @notice A judgment cost a validator `taken` of `asked`; his seat earns nothing in the term.
    event SeatSlashed(uint32 indexed term, uint16 indexed candidateId, address court, uint256 asked, uint256 taken);
    event CourtAppointed(address indexed court, bool appointed);

    /// @notice Solutions are taken in the last epoch before the term.
    error OutsideElection(uint32 term, uint48 from, uint48 until);
    error WrongWinnerCount(uint256 given, uint256 least, uint256 most);
    error WinnersOutOfOrder(uint16 previous, uint16 candidateId);
    error WinnerWithoutSupport(uint16 candidateId);
    error SolutionNotBetter(Score given, Score queued);
    /// @notice In the last hour before the term a solution with as many winners as the queued one must not have less support in all.
    error SupportLowered(uint256 given, uint256 queued);
    error NoDraft(address submitter);
    error TooManyPages(uint256 most);
    error NotCourt(address account);

    /* SOLUTIONS: anyone may */

    /// @notice Submits a whole solution; forgets a draft of the caller.
    function submit(uint32 term, uint16[] calldata winners, bytes calldata voters, bytes calldata edges) external;

    /// @notice Starts a solution that comes in pages; forgets one that the caller has started before.
    function beginDraft(uint32 term, uint16[] calldata winners) external;

    /// @notice The next voters of the caller's draft.
    function addPage(bytes calldata voters, bytes calldata edges) external;

    /// @notice Submits the caller's draft.
    function finishDraft() external;

    /* VIEWS */

    /// @notice The election whose winners sit in a term: the latest one with a solution; 0 for none. Final when the term has begun.
    function electionOf(uint32 term) external view returns (uint32 elected);

    /// @notice Seats of a term in increasing order of their candidates.
    function seatsIn(uint32 term) external view returns (Seat[] memory seats);

    /// @notice Weights of these seats in rewards: ⌊√(power at the freeze · support)⌋.
    function weightsIn(uint32 term) external view returns (uint256[] memory weights);

    /// @notice One of the seats of a term.
    function seatAt(uint32 term, uint256 index) external view returns (Seat memory);

    /// @notice Whether a candidate has a seat in a term.
    function sits(uint32 term, uint16 candidateId) external view returns (bool);

    /// @notice Whether a judgment hit a candidate in a term; final when the term is over.
    function slashedIn(uint32 term, uint16 candidateId) external view returns (bool);

    /// @notice Score and voter root of the best solution of an election.
    function outcomeOf(uint32 elected) external view returns (Score memory score, bytes32 voterRoot);

    /// @notice What the leaves of an election's voter root begin with.
    function scopeOf(uint32 elected) external view returns (bytes32);
}
