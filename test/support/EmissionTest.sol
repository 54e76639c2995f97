// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ICommodities} from "../../contracts/commodities/ICommodities.sol";
import {Allocation, CommuneToken} from "../../contracts/token/CommuneToken.sol";
import {Emission} from "../../contracts/token/Emission.sol";
import {IEmission} from "../../contracts/token/IEmission.sol";
import {RoundTest} from "./RoundTest.sol";
import {Book} from "./Statements.sol";
import {vm} from "./Vm.sol";

/// @notice The protocol with an emission since epoch 0, which `lotId` is scored in epoch 6 of.
abstract contract EmissionTest is RoundTest {
    uint32 internal constant MINING = CLAIMING + 1;
    uint256 internal constant MINED = 800_000_000e18;
    /// @dev What winners and the treasury get in an epoch of the first era.
    uint256 internal constant WINNERS = ((MINED / 416) * 4) / 5;
    uint256 internal constant TREASURY = MINED / 416 - WINNERS;
    address internal constant FOUNDERS = address(0xF2);

    CommuneToken internal token;
    Emission internal emission;

    function setUp() public virtual override {
        super.setUp();
        token = deployToken();
        emission = deployEmission(commodities);
    }

    function deployToken() internal returns (CommuneToken) {
        Allocation[] memory founders = new Allocation[](1);
        founders[0] = Allocation(FOUNDERS, 100_000_000e18);
        return new CommuneToken(address(access), address(this), founders);
    }

    function deployEmission(ICommodities commodities_) internal returns (Emission deployed) {
        deployed = new Emission(address(access), token, commodities_, treasury, GENESIS, EPOCH);
        token.appointMinter(address(deployed), true);
    }

    /// @dev A closed round in which `best` reporters won, each nominated by a fee, and twice as many did not.
    function closedRound(uint256 best) internal {
        Book memory book = buyAll(3 * best);
        for (uint256 i = best; i < reporters.length; ++i) {
            measured[reporters[i]][lotId] = pair(i % 2 == 0 ? int32(142) : int32(158), 100);
        }
        playToFinal(book, 150, 100);
        playToClosed(book);
    }

    function registered(uint256 best) internal {
        closedRound(best);
        emission.register(lotId);
    }

    /// @dev The call reverts with exactly this error and changes nothing that it could.
    function refusedMining(bytes memory call_, bytes memory reason) internal {
        bytes32 before = minedState();
        (bool ok, bytes memory data) = address(emission).call(call_);
        vm.assertFalse(ok);
        vm.assertEq(data, reason);
        vm.assertEq(minedState(), before);
    }

    function minedState() internal view returns (bytes32 hash) {
        hash = keccak256(
            abi.encode(
                token.totalSupply(),
                emission.treasuryUntil(),
                emission.treasury(),
                emission.miningOf(lotId),
                emission.sharesOf(SCORING)
            )
        );
        for (uint32 id; id <= reporters.length + 1; ++id) {
            hash = keccak256(abi.encode(hash, emission.isClaimed(lotId, id)));
        }
    }

    function registerCall() internal view returns (bytes memory) {
        return abi.encodeCall(IEmission.register, (lotId));
    }

    function claimCall(uint32 id) internal view returns (bytes memory) {
        return abi.encodeCall(IEmission.claim, (lotId, id));
    }
}
