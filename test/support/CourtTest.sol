// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {Court} from "../../contracts/court/Court.sol";
import {Parameters, Phase, Windows} from "../../contracts/court/ICourt.sol";
import {PartisanArbitrable, PlainArbitrable} from "./Arbitrables.sol";
import {BlockHeaders} from "./BlockHeaders.sol";
import {Refusals} from "./Refusals.sol";
import {CttDouble, SeatsDouble} from "./SeatsDouble.sol";
import {vm} from "./Vm.sol";

/// @notice A court with 24 validators, and short names for what everybody does there.
abstract contract CourtTest is Refusals {
    uint256 internal constant START = 1_700_000_000;
    uint256 internal constant START_BLOCK = 1_000;
    uint16 internal constant SEATS = 24;
    uint32 internal constant TERM = 5;
    uint256 internal constant BOND = 100_000e18;
    uint80 internal constant FEE = 0.001 ether;
    uint96 internal constant LOCK = 1_000e18;
    uint256 internal constant INCOHERENT = LOCK / 10;
    uint256 internal constant SILENT_COST = LOCK / 4;
    uint256 internal constant CHOICES = 3;
    address internal constant HISTORY = 0x0000F90827F1C53a10cb7A02335B175320002935;
    /// @dev Instead of a choice: does not commit; commits and does not reveal.
    uint8 internal constant SILENT = 255;
    uint8 internal constant SEALED = 254;

    address internal appellant = address(0xA99E);
    address internal treasury = address(0x7EA);
    address internal stranger = address(0x57A);

    AccessManager internal access;
    SeatsDouble internal seats;
    CttDouble internal ctt;
    Court internal court;
    PartisanArbitrable internal arbitrable;

    function setUp() public virtual {
        vm.warp(START);
        vm.roll(START_BLOCK);
        access = new AccessManager(address(this));
        seats = new SeatsDouble();
        ctt = seats.ctt();
        court = new Court(address(access), seats, ctt, windows(), parameters());
        seats.appointCourt(address(court));
        court.appointTreasury(treasury);
        for (uint160 i = 1; i <= SEATS; ++i) seats.add(address(0x10000 + i), BOND);
        electFirst(SEATS);
        seats.setTerm(TERM);
        arbitrable = new PartisanArbitrable();
        court.trustArbitrable(address(arbitrable), true);
        vm.deal(address(this), 1_000 ether);
        vm.deal(appellant, 1_000 ether);
    }

    /* WHAT IS FIXED */

    function windows() internal pure returns (Windows memory) {
        return Windows(2 days, 3 days, 2 days, 3 days, 4);
    }

    function parameters() internal pure returns (Parameters memory) {
        return Parameters(FEE, LOCK, 1_000, 2_500, 10_000);
    }

    function parametersWith(
        uint80 fee,
        uint96 lock,
        uint16 incoherentBps,
        uint16 silentBps
    ) internal pure returns (Parameters memory) {
        return Parameters(fee, lock, incoherentBps, silentBps, 10_000);
    }

    /// @dev The term's seats are the candidates 1 … count.
    function electFirst(uint16 count) internal {
        uint16[] memory ids = new uint16[](count);
        for (uint16 i; i < count; ++i) ids[i] = i + 1;
        seats.elect(TERM, ids);
    }

    /// @dev A history (EIP-2935) that knows what is written into its storage: the runner's own reverts always.
    function replaceHistory() internal {
        vm.etch(HISTORY, hex"5f35545f5260205ff3");
    }

    /* STEPS */

    function open() internal returns (uint256) {
        return openFor(arbitrable);
    }

    function openFor(PlainArbitrable by) internal returns (uint256) {
        return by.open{value: court.arbitrationCost("")}(court, CHOICES);
    }

    /// @dev Arms the latest round; in the first one after the evidence.
    function arm(uint256 disputeId) internal {
        (Phase phase, uint48 endsAt) = court.phaseOf(disputeId);
        if (phase == Phase.Evidence) vm.warp(endsAt);
        court.arm(disputeId);
    }

    /// @dev The block that was armed comes, with this randomness.
    function seedWith(uint256 disputeId, bytes32 randomness) internal returns (bytes memory header) {
        uint256 number = court.roundOf(disputeId, court.disputeOf(disputeId).lastRound).seedBlock;
        header = BlockHeaders.make(number, randomness, uint256(keccak256(abi.encode(number, randomness))));
        if (block.number <= number) vm.roll(number + 1);
        vm.setBlockhash(number, keccak256(header));
    }

    function draw(uint256 disputeId) internal returns (uint16[] memory) {
        return drawWith(disputeId, keccak256(abi.encode("randomness", disputeId)));
    }

    function drawWith(uint256 disputeId, bytes32 randomness) internal returns (uint16[] memory) {
        arm(disputeId);
        bytes memory header = seedWith(disputeId, randomness);
        court.draw(disputeId, header);
        return court.juryOf(disputeId, court.disputeOf(disputeId).lastRound);
    }

    function openAndDraw() internal returns (uint256 disputeId) {
        disputeId = open();
        draw(disputeId);
    }

    function commit(uint256 disputeId, uint256 round, uint256 seat, uint256 choice) internal {
        bytes32 commitment = commitmentTo(disputeId, round, seat, choice);
        vm.prank(jurorOn(disputeId, round, seat));
        court.commit(disputeId, round, seat, commitment);
    }

    function reveal(uint256 disputeId, uint256 round, uint256 seat, uint256 choice) internal {
        court.reveal(disputeId, round, seat, choice, saltOf(disputeId, round, seat));
    }

    /// @dev Everybody votes as told, and the time until an appeal, or the end, passes.
    function vote(uint256 disputeId, uint8[] memory choices) internal {
        uint256 round = court.disputeOf(disputeId).lastRound;
        for (uint256 seat; seat < choices.length; ++seat) {
            if (choices[seat] == SILENT) continue;
            commit(disputeId, round, seat, choices[seat] == SEALED ? 0 : choices[seat]);
        }
        toReveal(disputeId);
        for (uint256 seat; seat < choices.length; ++seat) {
            if (choices[seat] < SEALED) reveal(disputeId, round, seat, choices[seat]);
        }
        passPhase(disputeId, Phase.Reveal);
    }

    /// @dev Opens, draws and votes; the ruling is final afterwards.
    function judge(uint8[] memory choices) internal returns (uint256 disputeId) {
        disputeId = openAndDraw();
        vote(disputeId, choices);
        passPhase(disputeId, Phase.Appeal);
    }

    function appeal(uint256 disputeId) internal {
        uint256 cost = court.appealCost(disputeId, "");
        vm.prank(appellant);
        court.appeal{value: cost}(disputeId, "");
    }

    /// @dev Appeals, draws and votes.
    function appealTo(uint256 disputeId, uint8[] memory choices) internal {
        appeal(disputeId);
        draw(disputeId);
        vote(disputeId, choices);
    }

    function toReveal(uint256 disputeId) internal {
        passPhase(disputeId, Phase.Commit);
    }

    function toFinal(uint256 disputeId) internal {
        passPhase(disputeId, Phase.Appeal);
    }

    /// @dev To the first second after a phase, if it is that one.
    function passPhase(uint256 disputeId, Phase phase) internal {
        (Phase actual, uint48 endsAt) = court.phaseOf(disputeId);
        if (actual == phase) vm.warp(endsAt);
    }

    /* VALUES */

    function votes(uint8 a, uint8 b, uint8 c) internal pure returns (uint8[] memory choices) {
        choices = new uint8[](3);
        (choices[0], choices[1], choices[2]) = (a, b, c);
    }

    /// @dev `count` votes for one choice, then for another up to `size`.
    function votes(uint256 size, uint256 count, uint8 one, uint8 other) internal pure returns (uint8[] memory choices) {
        choices = new uint8[](size);
        for (uint256 i; i < size; ++i) choices[i] = i < count ? one : other;
    }

    function jurorOn(uint256 disputeId, uint256 round, uint256 seat) internal view returns (address) {
        return seats.accountOf(court.juryOf(disputeId, round)[seat]);
    }

    function saltOf(uint256 disputeId, uint256 round, uint256 seat) internal pure returns (bytes32) {
        return keccak256(abi.encode("salt", disputeId, round, seat));
    }

    function commitmentTo(
        uint256 disputeId,
        uint256 round,
        uint256 seat,
        uint256 choice
    ) internal view returns (bytes32) {
        uint16 candidateId = court.juryOf(disputeId, round)[seat];
        return
            keccak256(
                abi.encode(
                    keccak256("TrustedCommerceCommune.Vote"),
                    block.chainid,
                    address(court),
                    disputeId,
                    round,
                    seat,
                    candidateId,
                    choice,
                    saltOf(disputeId, round, seat)
                )
            );
    }

    function coinsOf(address account) internal view returns (uint256 coins) {
        (coins, ) = court.balanceOf(account);
    }

    function tokensOf(address account) internal view returns (uint256 tokens) {
        (, tokens) = court.balanceOf(account);
    }

    function phaseIs(uint256 disputeId, Phase expected) internal view {
        (Phase phase, ) = court.phaseOf(disputeId);
        vm.assertEq(uint256(phase), uint256(expected));
    }

    /* REFUSALS */

    function refuse(address caller, bytes memory data, bytes memory expected) internal {
        assertRefused(caller, address(court), data, expected);
    }

    function refuse(bytes memory data, bytes memory expected) internal {
        assertRefused(stranger, address(court), data, expected);
    }

    function fingerprint() internal view virtual override returns (bytes32 print) {
        print = keccak256(abi.encode(address(court).balance, ctt.balanceOf(address(court)), court.currentVersion()));
        print = keccak256(abi.encode(print, court.treasury(), court.disputeCount()));
        for (uint256 id = 1; id <= court.disputeCount(); ++id) {
            print = keccak256(abi.encode(print, court.disputeOf(id)));
            for (uint256 round; round < 3; ++round) {
                print = keccak256(abi.encode(print, court.roundOf(id, round), court.juryOf(id, round)));
                for (uint256 seat; seat < 15; ++seat) {
                    print = keccak256(abi.encode(print, court.commitmentOf(id, round, seat)));
                }
            }
        }
        for (uint16 id = 1; id <= SEATS; ++id) {
            (uint256 coins, uint256 tokens) = court.balanceOf(seats.accountOf(id));
            print = keccak256(abi.encode(print, coins, tokens, seats.bondOf(id)));
        }
        print = keccak256(abi.encode(print, coinsOf(address(arbitrable)), coinsOf(appellant)));
    }
}
